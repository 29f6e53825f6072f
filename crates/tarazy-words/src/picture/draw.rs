//! What a drawing is made of, in whole units; nothing here knows what it stands for.

use super::look::Tie;
use super::measure::Type;

/// A place with a size.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Area {
    pub(super) x: i32,
    pub(super) y: i32,
    pub(super) w: i32,
    pub(super) h: i32,
}

impl Area {
    pub(super) fn right(self) -> i32 {
        self.x + self.w
    }

    pub(super) fn bottom(self) -> i32 {
        self.y + self.h
    }
}

/// A box. A strip is a box within a card.
#[derive(Clone, Debug)]
pub(super) struct Frame {
    pub(super) area: Area,
    pub(super) class: &'static str,
    pub(super) round: i32,
}

/// One line of text; `y` is its base.
#[derive(Clone, Debug)]
pub(super) struct Text {
    pub(super) x: i32,
    pub(super) y: i32,
    pub(super) set: Type,
    pub(super) class: &'static str,
    pub(super) letters: String,
}

impl Text {
    /// Where its letters are.
    #[cfg(test)]
    pub(super) fn span(&self) -> (f32, f32) {
        let x = self.x as f32;
        (x, x + super::measure::width(&self.letters, self.set))
    }
}

/// A straight line. Those across are drawn over those that run down, and leave a gap where they cross.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wire {
    pub(super) from: (i32, i32),
    pub(super) to: (i32, i32),
    pub(super) tie: Tie,
}

/// The end of a line, or the number of a norm.
#[derive(Clone, Debug)]
pub(super) enum Mark {
    /// Where a line meets another.
    Round(Tie),
    /// Where a line that leads to the act meets another.
    Square(Tie),
    /// A point in a list.
    Bullet { hollow: bool },
    /// The number of a norm.
    Number { class: &'static str, text: String },
    /// The sign of a person, a system, an act.
    Sign(&'static str),
}

/// A mark and where its middle is.
#[derive(Clone, Debug)]
pub(super) struct Placed {
    pub(super) at: (i32, i32),
    pub(super) mark: Mark,
}

/// A drawing.
#[derive(Clone, Debug, Default)]
pub(super) struct Drawing {
    pub(super) width: i32,
    pub(super) height: i32,
    pub(super) frames: Vec<Frame>,
    pub(super) strips: Vec<Frame>,
    pub(super) texts: Vec<Text>,
    pub(super) wires: Vec<Wire>,
    pub(super) marks: Vec<Placed>,
}

impl Drawing {
    /// A line of text whose top is `top`; the base lies so that letters stand in the middle of the line.
    pub(super) fn text(&mut self, x: i32, top: i32, set: Type, class: &'static str, text: String) {
        let y = base(top, set);
        self.texts.push(Text { x, y, set, class, letters: text });
    }

    /// A mark.
    pub(super) fn mark(&mut self, at: (i32, i32), mark: Mark) {
        self.marks.push(Placed { at, mark });
    }

    /// A line; none where it would have no length.
    pub(super) fn wire(&mut self, from: (i32, i32), to: (i32, i32), tie: Tie) {
        if from != to {
            self.wires.push(Wire { from, to, tie });
        }
    }
}

/// The base of a line of text whose top is `top`.
pub(super) fn base(top: i32, set: Type) -> i32 {
    top + set.leading / 2 + (set.size * 36 + 50) / 100
}

/// How many, as a number to reckon places with.
pub(super) fn count<T>(things: &[T]) -> i32 {
    whole(things.len())
}

/// A number to reckon places with.
pub(super) fn whole(n: usize) -> i32 {
    i32::try_from(n).unwrap_or(i32::MAX)
}
