//! The body of a request: how long it may pause and how long it may be.

use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};
use std::task::{Context, Poll, ready};
use std::time::Duration;

use axum::BoxError;
use axum::body::{Body, Bytes, HttpBody};
use hyper::body::{Frame, SizeHint};
use tokio::time::{Instant, Sleep, sleep};

/// What became of a body; the handler that reads it only learns that it broke.
#[derive(Clone, Default)]
pub(super) struct Fate(Arc<AtomicU8>);

impl Fate {
    const READING: u8 = 0;
    const DONE: u8 = 1;
    const STALLED: u8 = 2;
    const TOO_LARGE: u8 = 3;

    /// The kind of problem that the body itself was.
    pub(super) fn problem(&self) -> Option<&'static str> {
        match self.0.load(Ordering::Relaxed) {
            Fate::STALLED => Some("stalled"),
            Fate::TOO_LARGE => Some("too-large"),
            _ => None,
        }
    }

    /// It has not come to its end yet.
    pub(super) fn is_reading(&self) -> bool {
        self.0.load(Ordering::Relaxed) == Fate::READING
    }

    fn set(&self, fate: u8) {
        self.0.store(fate, Ordering::Relaxed);
    }
}

/// A body that breaks when its sender pauses too long or sends too much.
pub(super) struct Watched {
    body: Body,
    fate: Fate,
    left: usize,
    pause: Duration,
    timer: Option<Pin<Box<Sleep>>>,
    waiting: bool,
}

impl Watched {
    pub(super) fn new(body: Body, most: usize, pause: Duration) -> (Watched, Fate) {
        let fate = Fate::default();
        if body.is_end_stream() {
            fate.set(Fate::DONE);
        }
        (Watched { body, fate: fate.clone(), left: most, pause, timer: None, waiting: false }, fate)
    }

    fn broken(&self, fate: u8, why: &'static str) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        self.fate.set(fate);
        Poll::Ready(Some(Err(why.into())))
    }
}

impl HttpBody for Watched {
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        let this = &mut *self;
        let Poll::Ready(frame) = Pin::new(&mut this.body).poll_frame(cx) else {
            let pause = this.pause;
            let timer = this.timer.get_or_insert_with(|| Box::pin(sleep(pause)));
            // Only the time in which somebody waits for the sender counts.
            if !this.waiting {
                timer.as_mut().reset(Instant::now() + pause);
                this.waiting = true;
            }
            ready!(timer.as_mut().poll(cx));
            return this.broken(Fate::STALLED, "the body stalled");
        };
        this.waiting = false;
        match frame {
            None => {
                this.fate.set(Fate::DONE);
                Poll::Ready(None)
            }
            Some(Ok(frame)) => {
                let length = frame.data_ref().map_or(0, Bytes::len);
                match this.left.checked_sub(length) {
                    Some(left) => this.left = left,
                    None => return this.broken(Fate::TOO_LARGE, "the body is too large"),
                }
                if this.body.is_end_stream() {
                    this.fate.set(Fate::DONE);
                }
                Poll::Ready(Some(Ok(frame)))
            }
            Some(Err(e)) => Poll::Ready(Some(Err(e.into()))),
        }
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
