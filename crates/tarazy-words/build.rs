//! Compares the message files of the three languages, so that no language can fall behind: a message, an attribute or a variable that one of them
//! lacks fails the build and is named.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement};

const LANGUAGES: [&str; 3] = ["kk", "ru", "en"];

/// For each message and attribute, what its text refers to.
type Messages = BTreeMap<String, BTreeSet<String>>;

fn main() {
    let mut problems = Vec::new();
    let mut files = BTreeMap::new();
    for lang in LANGUAGES {
        let mut messages = Messages::new();
        for name in ["", "pages.", "review.", "difference."].map(|part| format!("locales/{part}{lang}.ftl")) {
            println_for_cargo(&format!("cargo::rerun-if-changed={name}"));
            read(&name, &mut messages, &mut problems);
        }
        files.insert(lang, messages);
    }
    compare(&files, &mut problems);
    for p in &problems {
        println_for_cargo(&format!("cargo::error={p}"));
    }
}

fn println_for_cargo(line: &str) {
    println!("{line}");
}

fn read(path: &str, out: &mut Messages, problems: &mut Vec<String>) {
    let text = match std::fs::read_to_string(Path::new(path)) {
        Ok(text) => text,
        Err(e) => {
            problems.push(format!("{path}: {e}"));
            return;
        }
    };
    let resource = match fluent_syntax::parser::parse(text.as_str()) {
        Ok(resource) => resource,
        Err((resource, errors)) => {
            for e in errors {
                let line = text[..e.pos.start.min(text.len())].matches('\n').count() + 1;
                problems.push(format!("{path}:{line}: {e}"));
            }
            resource
        }
    };
    for entry in &resource.body {
        let Entry::Message(m) = entry else { continue };
        let texts = m.value.iter().map(|v| (m.id.name.to_owned(), v));
        let attributes = m.attributes.iter().map(|a| (format!("{}.{}", m.id.name, a.id.name), &a.value));
        for (key, pattern) in texts.chain(attributes) {
            let mut refers = BTreeSet::new();
            in_pattern(pattern, &mut refers);
            if out.insert(key.clone(), refers).is_some() {
                problems.push(format!("{path}: {key} stands twice"));
            }
        }
    }
}

/// Every key that any file has must be in all of them, and refer to the same variables and messages.
fn compare(files: &BTreeMap<&str, Messages>, problems: &mut Vec<String>) {
    let keys: BTreeSet<&String> = files.values().flat_map(Messages::keys).collect();
    for key in keys {
        let (mut all, mut missing) = (BTreeSet::new(), Vec::new());
        for (lang, messages) in files {
            match messages.get(key) {
                Some(refers) => all.extend(refers),
                None => missing.push(*lang),
            }
        }
        if !missing.is_empty() {
            problems.push(format!("{key} is missing in {}", missing.join(", ")));
        }
        for (lang, messages) in files {
            let Some(refers) = messages.get(key) else { continue };
            for lacking in all.iter().filter(|r| !refers.contains(**r)) {
                problems.push(format!("{key} in {lang} does not use {lacking}, which another language uses"));
            }
        }
    }
}

fn in_pattern(pattern: &Pattern<&str>, out: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            in_expression(expression, out);
        }
    }
}

fn in_expression(expression: &Expression<&str>, out: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => in_inline(inline, out),
        Expression::Select { selector, variants } => {
            in_inline(selector, out);
            for v in variants {
                in_pattern(&v.value, out);
            }
        }
    }
}

fn in_inline(inline: &InlineExpression<&str>, out: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            out.insert(format!("${}", id.name));
        }
        InlineExpression::MessageReference { id, .. } => {
            out.insert(id.name.to_owned());
        }
        InlineExpression::FunctionReference { arguments, .. } => in_arguments(arguments, out),
        InlineExpression::TermReference { arguments: Some(arguments), .. } => in_arguments(arguments, out),
        InlineExpression::Placeable { expression } => in_expression(expression, out),
        InlineExpression::TermReference { .. }
        | InlineExpression::StringLiteral { .. }
        | InlineExpression::NumberLiteral { .. } => {}
    }
}

fn in_arguments(arguments: &CallArguments<&str>, out: &mut BTreeSet<String>) {
    for a in &arguments.positional {
        in_inline(a, out);
    }
    for a in &arguments.named {
        in_inline(&a.value, out);
    }
}
