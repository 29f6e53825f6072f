//! Months and years in SMT-LIB: a day number is enough until somebody adds a month to it.

use super::sexp::Sexp;
use crate::syntax::ast::DeadlineUnit;

/// Days from 1970-01-01 and months that end where a shorter month ends, as functions. Within these years every fourth is a leap year.
pub(super) const FUNCTIONS: &str = "\
; The calendar, from 1901 to 2099. A month after the 31st is the last day of a shorter month.
(define-fun |days in month| ((y Int) (m Int)) Int
  (ite (= m 2) (ite (= (mod y 4) 0) 29 28) (ite (or (= m 4) (= m 6) (= m 9) (= m 11)) 30 31)))
(define-fun |days before month| ((y Int) (m Int)) Int
  (+ (ite (and (> m 2) (= (mod y 4) 0)) 1 0)
     (ite (= m 1) 0 (ite (= m 2) 31 (ite (= m 3) 59 (ite (= m 4) 90 (ite (= m 5) 120 (ite (= m 6) 151
       (ite (= m 7) 181 (ite (= m 8) 212 (ite (= m 9) 243 (ite (= m 10) 273 (ite (= m 11) 304 334)))))))))))))
(define-fun |day number| ((y Int) (m Int) (d Int)) Int
  (+ (* 365 (- y 1970)) (div (- y 1969) 4) (|days before month| y m) (- d 1)))
(define-fun |is a day| ((y Int) (m Int) (d Int)) Bool
  (and (<= 1901 y) (<= y 2099) (<= 1 m) (<= m 12) (<= 1 d) (<= d (|days in month| y m))))
(define-fun |months later: year| ((y Int) (m Int) (n Int)) Int (+ y (div (+ (- m 1) n) 12)))
(define-fun |months later: month| ((m Int) (n Int)) Int (+ 1 (mod (+ (- m 1) n) 12)))
(define-fun |months later: day| ((y Int) (m Int) (d Int) (n Int)) Int
  (let ((end (|days in month| (|months later: year| y m n) (|months later: month| m n)))) (ite (< d end) d end)))
";

/// A day on the way through an addition.
enum Day {
    Number(Sexp),
    Civil([Sexp; 3]),
}

impl Day {
    fn number(self) -> Sexp {
        match self {
            Day::Number(n) => n,
            Day::Civil(ymd) => Sexp::call("|day number|", ymd),
        }
    }
}

/// Whether an addition needs year, month and day apart.
pub(super) fn needs_civil(plus: &[(u32, DeadlineUnit)]) -> bool {
    plus.iter().any(|(_, unit)| matches!(unit, DeadlineUnit::Years | DeadlineUnit::Months))
}

/// `day` (a day number) so much later. `civil(n, term)` names the year, month and day of a day number, after `n` steps of the addition.
pub(super) fn later(day: Sexp, plus: &[(u32, DeadlineUnit)], mut civil: impl FnMut(usize, Sexp) -> [Sexp; 3]) -> Sexp {
    let mut at = Day::Number(day);
    for (step, (n, unit)) in plus.iter().enumerate() {
        let n = i64::from(*n);
        let months = match unit {
            DeadlineUnit::Years => 12 * n,
            DeadlineUnit::Months => n,
            _ => {
                at = Day::Number(Sexp::call("+", [at.number(), Sexp::int(n)]));
                continue;
            }
        };
        let [y, m, d] = match at {
            Day::Civil(ymd) => ymd,
            Day::Number(term) => civil(step, term),
        };
        let n = Sexp::int(months);
        at = Day::Civil([
            Sexp::call("|months later: year|", [y.clone(), m.clone(), n.clone()]),
            Sexp::call("|months later: month|", [m.clone(), n.clone()]),
            Sexp::call("|months later: day|", [y, m, d, n]),
        ]);
    }
    at.number()
}
