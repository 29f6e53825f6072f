//! A card: lines of text one below another, with the places where lines of the drawing begin and end.

use super::draw::{Area, Drawing, Frame, Mark, count};
use super::look::{Tie, VERDICT};
use super::measure::{Type, wrap};

/// Between the edge of a card and its text.
const PAD: i32 = 12;
/// The height and width that the number of a norm takes in a row.
const NUMBER_ROOM: i32 = 24;
/// Above and below the text of a strip.
const STRIP_PAD: i32 = 6;

/// Where a line of the drawing begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Port {
    /// At the roles: to the system.
    System(Tie),
    /// At the part in the act: to the act.
    Act(Tie),
    /// At a verdict: to its norms, by their place in the row.
    Norms(usize, Tie),
}

/// What stands before a text.
#[derive(Clone, Debug)]
pub(super) enum Before {
    Nothing,
    Bullet { hollow: bool },
    Number { class: &'static str, text: String },
    Sign(&'static str),
}

impl Before {
    fn room(&self) -> i32 {
        match self {
            Before::Nothing => 0,
            Before::Bullet { .. } => 14,
            Before::Number { .. } => 30,
            Before::Sign(_) => 27,
        }
    }
}

/// One thing that a card says.
#[derive(Clone, Debug)]
pub(super) struct Row {
    pub(super) text: String,
    pub(super) set: Type,
    pub(super) class: &'static str,
    /// At most so many lines.
    pub(super) most: usize,
    pub(super) gap: i32,
    pub(super) before: Before,
    pub(super) port: Option<Port>,
    /// Numbers of norms at its end; with them the row is a strip from edge to edge.
    pub(super) strip: Option<Strip>,
}

/// A row from edge to edge that says a verdict.
#[derive(Clone, Debug)]
pub(super) struct Strip {
    pub(super) class: &'static str,
    pub(super) numbers: Vec<String>,
    pub(super) number_class: &'static str,
}

impl Row {
    /// A plain row.
    pub(super) fn new(text: impl Into<String>, set: Type, class: &'static str, most: usize) -> Row {
        Row { text: text.into(), set, class, most, gap: 4, before: Before::Nothing, port: None, strip: None }
    }

    /// A row that says how strongly a norm may reach somebody.
    pub(super) fn verdict(tie: Tie, text: String, numbers: Vec<String>) -> Row {
        let (set, class, strip, number_class) = if tie.answers() {
            (VERDICT, "pic-said", "pic-strip pic-answers", "pic-number pic-inside")
        } else {
            (Type { bold: false, ..VERDICT }, "pic-text", "pic-strip pic-open", "pic-number pic-open")
        };
        let mut row = Row::new(text, set, class, 2);
        row.gap = 8;
        row.strip = Some(Strip { class: strip, numbers, number_class });
        row
    }

    pub(super) fn before(mut self, before: Before) -> Row {
        self.before = before;
        self
    }

    pub(super) fn port(mut self, port: Port) -> Row {
        self.port = Some(port);
        self
    }

    pub(super) fn gap(mut self, gap: i32) -> Row {
        self.gap = gap;
        self
    }

    /// The row broken into lines for a card of this width.
    fn lay(&self, w: i32) -> Laid {
        let room = w - 2 * PAD - self.before.room();
        let numbers = self.strip.as_ref().map_or(0, |s| count(&s.numbers) * NUMBER_ROOM);
        let mut lines = wrap(&self.text, self.set, room as f32, self.most);
        let mut beside = numbers == 0;
        if numbers > 0 {
            // The numbers stand beside the text where that breaks no word and costs no more than one line more.
            let shorter = wrap(&self.text, self.set, (room - numbers - 8) as f32, self.most);
            if shorter.join(" ") == lines.join(" ") {
                (lines, beside) = (shorter, true);
            }
        }
        let mut h = count(&lines) * self.set.leading;
        if matches!(self.before, Before::Number { .. } | Before::Sign(_)) {
            h = h.max(NUMBER_ROOM);
        }
        if self.strip.is_some() {
            h += 2 * STRIP_PAD + if beside { 0 } else { NUMBER_ROOM };
        }
        Laid { lines, beside, h }
    }
}

/// A row in lines.
struct Laid {
    lines: Vec<String>,
    /// Its numbers fit beside the text, not below it.
    beside: bool,
    h: i32,
}

/// A box with rows.
#[derive(Clone, Debug)]
pub(super) struct Card {
    pub(super) class: &'static str,
    pub(super) rows: Vec<Row>,
}

impl Card {
    /// How high it is at this width.
    pub(super) fn height(&self, w: i32) -> i32 {
        let rows: i32 = self.rows.iter().map(|r| r.gap + r.lay(w).h).sum();
        rows - self.first_gap() + PAD + self.foot()
    }

    /// The first row stands at the top, whatever its gap.
    fn first_gap(&self) -> i32 {
        self.rows.first().map_or(0, |r| r.gap)
    }

    fn foot(&self) -> i32 {
        if self.rows.last().is_some_and(|r| r.strip.is_some()) { 8 } else { PAD }
    }

    /// Draws it and says at which heights its ports are.
    pub(super) fn draw(&self, drawing: &mut Drawing, x: i32, y: i32, w: i32) -> (Area, Vec<(Port, i32)>) {
        let area = Area { x, y, w, h: self.height(w) };
        drawing.frames.push(Frame { area, class: self.class, round: 8 });
        let mut ports = Vec::new();
        let mut top = y + PAD - self.first_gap();
        for row in &self.rows {
            top += row.gap;
            let laid = row.lay(w);
            let port = row.draw(drawing, &laid, (x, top, w));
            ports.extend(row.port.map(|p| (p, port)));
            top += laid.h;
        }
        (area, ports)
    }
}

impl Row {
    /// Draws the row and says at which height a line may begin.
    fn draw(&self, drawing: &mut Drawing, laid: &Laid, (x, top, w): (i32, i32, i32)) -> i32 {
        let first = x + PAD;
        let mut line_top = top;
        let mut port = top + self.set.leading / 2;
        if let Some(strip) = &self.strip {
            // Thinner than the frame around it, so that this is seen whole.
            let area = Area { x: x + 2, y: top, w: w - 4, h: laid.h };
            drawing.strips.push(Frame { area, class: strip.class, round: 0 });
            line_top += STRIP_PAD;
            port = if laid.beside { top + laid.h / 2 } else { top + laid.h - STRIP_PAD - NUMBER_ROOM / 2 };
            for (left, number) in (1..).zip(strip.numbers.iter().rev()) {
                let at = x + w - PAD - left * NUMBER_ROOM + NUMBER_ROOM / 2 + 2;
                let mark = Mark::Number { class: strip.number_class, text: number.clone() };
                drawing.mark((at, port), mark);
            }
        }
        let middle = line_top + self.set.leading / 2;
        match &self.before {
            Before::Nothing => {}
            Before::Bullet { hollow } => drawing.mark((first + 4, middle), Mark::Bullet { hollow: *hollow }),
            Before::Number { class, text } => {
                drawing.mark((first + 11, middle.max(top + 11)), Mark::Number { class, text: text.clone() });
            }
            Before::Sign(sign) => drawing.mark((first + 9, middle), Mark::Sign(sign)),
        }
        for line in &laid.lines {
            drawing.text(first + self.before.room(), line_top, self.set, self.class, line.clone());
            line_top += self.set.leading;
        }
        port
    }
}

/// «+3»: norms that have no number of their own.
pub(super) fn more(n: usize) -> String {
    if n <= 9 { format!("+{n}") } else { "…".to_owned() }
}
