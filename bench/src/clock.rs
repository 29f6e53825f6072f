//! CPU time of this thread: other work on the machine costs nothing here.

use rustix::time::{ClockId, clock_gettime};

/// Nanoseconds of CPU time that this thread has used.
fn now() -> f64 {
    let t = clock_gettime(ClockId::ThreadCPUTime);
    t.tv_sec as f64 * 1e9 + t.tv_nsec as f64
}

/// What one call of `work` costs, in nanoseconds.
pub fn cost(mut work: impl FnMut()) -> f64 {
    let start = now();
    work();
    now() - start
}

/// A competitor: its name and one pass over all points.
pub struct Entry<'a> {
    pub name: &'static str,
    pass: Box<dyn FnMut() + 'a>,
}

impl<'a> Entry<'a> {
    pub fn new(name: &'static str, pass: impl FnMut() + 'a) -> Entry<'a> {
        Entry { name, pass: Box::new(pass) }
    }
}

/// The best of several rounds for each entry, in nanoseconds for one pass. The rounds go around all entries, so that a slow spell of the
/// machine strikes everyone; the first round warms up.
pub fn contest(entries: &mut [Entry<'_>], rounds: usize) -> Vec<f64> {
    let mut best = vec![f64::MAX; entries.len()];
    // A pass that is over in no time is repeated, so that the clock's own cost does not count.
    let repeats: Vec<usize> = entries.iter_mut().map(|e| (5e6 / cost(&mut e.pass).max(1.0)).ceil() as usize).collect();
    for _ in 0..rounds {
        for (i, e) in entries.iter_mut().enumerate() {
            let spent = cost(|| (0..repeats[i]).for_each(|_| (e.pass)()));
            best[i] = best[i].min(spent / repeats[i] as f64);
        }
    }
    best
}

/// The first, the least and the median cost of `count` calls.
pub fn spread(count: usize, mut work: impl FnMut()) -> [f64; 3] {
    let mut all: Vec<f64> = (0..count).map(|_| cost(&mut work)).collect();
    let first = all[0];
    all.sort_by(f64::total_cmp);
    [first, all[0], all[count / 2]]
}
