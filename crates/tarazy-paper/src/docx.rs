//! The opinion as a DOCX: Office Open XML, written by hand, because no kept crate writes header rows of tables and languages.
//!
//! Headings are styles, tables repeat their head on every page, the comparative table lies across, and the whole text says in which
//! language it is, so that a word processor checks its spelling and a reader reads it aloud rightly.

use std::io::{Cursor, Write};

use jiff::civil::Date;
use tarazy_words::opinion::{Opinion, Remark};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::PaperError;

const CONTENT_TYPES: &str = include_str!("docx/content-types.xml");
const RELATIONS: &str = include_str!("docx/relations.xml");
const DOCUMENT_RELATIONS: &str = include_str!("docx/document-relations.xml");
const STYLES: &str = include_str!("docx/styles.xml");
const NUMBERING: &str = include_str!("docx/numbering.xml");
const SETTINGS: &str = include_str!("docx/settings.xml");
const FOOTER: &str = include_str!("docx/footer.xml");
const CORE: &str = include_str!("docx/core.xml");

/// What is printed on an A4 page between its margins, in twentieths of a point.
const UPRIGHT: u32 = 9355;
const ACROSS: u32 = 14_288;

/// The file.
pub(crate) fn docx(o: &Opinion, written_on: Date) -> Result<Vec<u8>, PaperError> {
    let tag = language_tag(o.lang);
    let core = CORE
        .replace("{title}", &escaped(&o.title))
        .replace("{about}", &escaped(&o.found))
        .replace("{lang}", tag)
        .replace("{day}", &written_on.to_string());
    let parts = [
        ("[Content_Types].xml", CONTENT_TYPES.to_owned()),
        ("_rels/.rels", RELATIONS.to_owned()),
        ("docProps/core.xml", core),
        ("word/_rels/document.xml.rels", DOCUMENT_RELATIONS.to_owned()),
        ("word/document.xml", Body::default().document(o)),
        ("word/footer1.xml", FOOTER.replace("{title}", &escaped(&o.title))),
        ("word/numbering.xml", NUMBERING.to_owned()),
        ("word/settings.xml", SETTINGS.replace("{lang}", tag)),
        ("word/styles.xml", STYLES.replace("{lang}", tag)),
    ];
    let failed = |e: &dyn std::fmt::Display| PaperError(e.to_string());
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, text) in parts {
        zip.start_file(name, options).map_err(|e| failed(&e))?;
        zip.write_all(text.as_bytes()).map_err(|e| failed(&e))?;
    }
    Ok(zip.finish().map_err(|e| failed(&e))?.into_inner())
}

fn language_tag(lang: &str) -> &'static str {
    match lang {
        "kk" => "kk-KZ",
        "ru" => "ru-RU",
        _ => "en-GB",
    }
}

/// The text in the making.
#[derive(Default)]
struct Body(String);

impl Body {
    fn document(mut self, o: &Opinion) -> String {
        self.styled("Title", &o.title);
        self.styled("Subtitle", &o.subtitle);
        for p in &o.preamble {
            self.paragraph(p);
        }
        self.styled("Found", &o.found);
        if !o.general.is_empty() {
            self.styled("Heading1", o.word("opinion-general"));
            for r in &o.general {
                self.remark(o, r, "Heading2");
            }
        }
        if !o.articles.is_empty() {
            self.styled("Heading1", o.word("opinion-by-article"));
            for a in &o.articles {
                self.styled("Heading2", &a.heading);
                for r in &a.remarks {
                    self.remark(o, r, "Heading3");
                }
            }
        }
        if !o.rows.is_empty() {
            self.section(false);
            self.styled("Heading1", o.word("opinion-comparative"));
            let heads = ["opinion-unit", "opinion-current-short", "opinion-proposed", "opinion-reason"];
            let rows = o
                .rows
                .iter()
                .map(|r| vec![vec![r.unit.as_str()], vec![r.current.as_str()], texts(&r.proposed), texts(&r.reason)]);
            self.table(o, "opinion-comparative", ACROSS, &heads, &[13, 21, 38, 28], rows);
            self.section(true);
        }
        self.annexes(o);
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
             <w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
             xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><w:body>{}{}</w:body></w:document>",
            self.0,
            page(false)
        )
    }

    fn annexes(&mut self, o: &Opinion) {
        if !o.duties.is_empty() {
            self.styled("Heading1", o.word("opinion-annex-duties"));
            self.paragraph(&o.duties_about);
            let rows = o.duties.iter().map(|d| vec![vec![d.unit.as_str()], vec![&d.heading], vec![&d.text]]);
            let heads = ["opinion-unit", "opinion-norm", "opinion-says"];
            self.table(o, "opinion-annex-duties", UPRIGHT, &heads, &[24, 28, 48], rows);
        }
        if !o.undecided.is_empty() {
            self.styled("Heading1", o.word("opinion-annex-undecided"));
            self.paragraph(o.word("opinion-annex-undecided-about"));
            self.list(&o.undecided);
        }
        if !o.codes.is_empty() {
            self.styled("Heading1", o.word("opinion-annex-codes"));
            let counts: Vec<String> = o.codes.iter().map(|c| c.count.to_string()).collect();
            let rows = o.codes.iter().zip(&counts);
            let rows = rows.map(|(c, n)| vec![vec![c.code], vec![c.title.as_str()], vec![&c.weight], vec![n]]);
            let heads = ["opinion-code", "opinion-meaning", "opinion-weight", "opinion-count"];
            self.table(o, "opinion-annex-codes", UPRIGHT, &heads, &[12, 52, 20, 16], rows);
            for l in &o.weights {
                self.labelled(&l.label, &l.text);
            }
        }
        self.styled("Heading1", o.word("opinion-annex-text"));
        for l in &o.text {
            self.labelled(&l.label, &l.text);
        }
    }

    fn remark(&mut self, o: &Opinion, r: &Remark, style: &str) {
        self.styled(style, &format!("{}. {} ({}, {})", r.number, r.title, r.code, r.weight_said));
        for c in &r.current {
            let place: Vec<&str> = [c.unit.as_str(), &c.heading].into_iter().filter(|t| !t.is_empty()).collect();
            let label = format!("{}: {}", o.word("opinion-current"), place.join(" – "));
            self.open("Quote");
            self.run(&format!("{label}. "), true);
            self.run(&c.text, false);
            self.close();
        }
        self.labelled(o.word("opinion-wrong"), &r.wrong);
        self.list(&r.items);
        if !r.example.is_empty() {
            self.labelled(o.word("opinion-example"), &r.example.join(" "));
        }
        if !r.notes.is_empty() {
            self.paragraph(&r.notes.join(" "));
        }
        self.labelled(o.word("opinion-reason"), &r.reason);
        if !r.mend.is_empty() {
            self.labelled(o.word("opinion-how-to-mend"), &r.mend);
        }
        for p in &r.proposed {
            self.labelled(o.word("opinion-proposed"), p);
        }
        if let Some(p) = &r.proved {
            self.paragraph(p);
        }
    }

    fn open(&mut self, style: &str) {
        self.0.push_str(&format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>"));
    }

    fn close(&mut self) {
        self.0.push_str("</w:p>");
    }

    fn run(&mut self, text: &str, bold: bool) {
        let bold = if bold { "<w:rPr><w:b/><w:bCs/></w:rPr>" } else { "" };
        self.0.push_str(&format!("<w:r>{bold}<w:t xml:space=\"preserve\">{}</w:t></w:r>", escaped(text)));
    }

    fn styled(&mut self, style: &str, text: &str) {
        self.open(style);
        self.run(text, false);
        self.close();
    }

    fn paragraph(&mut self, text: &str) {
        self.styled("BodyText", text);
    }

    fn labelled(&mut self, label: &str, text: &str) {
        self.open("BodyText");
        self.run(&format!("{label}. "), true);
        self.run(text, false);
        self.close();
    }

    fn list(&mut self, items: &[String]) {
        for i in items {
            self.styled("ListBullet", i);
        }
    }

    /// Widths are in hundredths; the first row stands again on every page.
    fn table<'t>(
        &mut self,
        o: &Opinion,
        caption: &str,
        width: u32,
        heads: &[&str],
        widths: &[u32],
        rows: impl Iterator<Item = Vec<Vec<&'t str>>>,
    ) {
        let widths: Vec<u32> = widths.iter().map(|w| width * w / 100).collect();
        self.0.push_str(&format!(
            "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/><w:tblW w:w=\"{}\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/>\
             <w:tblLook w:val=\"0020\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"0\" w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/>\
             <w:tblCaption w:val=\"{}\"/></w:tblPr><w:tblGrid>",
            widths.iter().sum::<u32>(),
            escaped(o.word(caption))
        ));
        self.0.extend(widths.iter().map(|w| format!("<w:gridCol w:w=\"{w}\"/>")));
        self.0.push_str("</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
        for (head, w) in heads.iter().zip(&widths) {
            self.cell(*w, "TableHeading", &[o.word(head)]);
        }
        self.0.push_str("</w:tr>");
        for row in rows {
            self.0.push_str("<w:tr>");
            for (texts, w) in row.iter().zip(&widths) {
                self.cell(*w, "TableText", texts);
            }
            self.0.push_str("</w:tr>");
        }
        // A table is followed by a paragraph, or the next table would grow into it.
        self.0.push_str("</w:tbl>");
        self.styled("TableText", "");
    }

    fn cell(&mut self, width: u32, style: &str, texts: &[&str]) {
        self.0.push_str(&format!("<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>"));
        // A cell without a paragraph is no cell.
        for text in if texts.is_empty() { &[""] } else { texts } {
            self.styled(style, text);
        }
        self.0.push_str("</w:tc>");
    }

    /// Ends what came before as a section of upright pages, or of pages that lie across.
    fn section(&mut self, across: bool) {
        self.0.push_str(&format!("<w:p><w:pPr>{}</w:pPr></w:p>", page(across)));
    }
}

/// A4 with margins for a file.
fn page(across: bool) -> &'static str {
    if across {
        "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId4\"/><w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/>\
         <w:pgMar w:top=\"1701\" w:right=\"1134\" w:bottom=\"850\" w:left=\"1416\" w:header=\"708\" w:footer=\"708\" w:gutter=\"0\"/></w:sectPr>"
    } else {
        "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId4\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/>\
         <w:pgMar w:top=\"1134\" w:right=\"850\" w:bottom=\"1134\" w:left=\"1701\" w:header=\"708\" w:footer=\"708\" w:gutter=\"0\"/></w:sectPr>"
    }
}

fn texts(items: &[String]) -> Vec<&str> {
    items.iter().map(String::as_str).collect()
}

/// Text in which nothing is markup and every character may stand in XML.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\r' | '\t' => out.push(' '),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => {}
            other => out.push(other),
        }
    }
    out
}
