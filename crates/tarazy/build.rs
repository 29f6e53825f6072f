//! The law and the sample cases are in the binary: a change in them makes it anew.

fn main() {
    for dir in ["law", "cases"] {
        println!("cargo::rerun-if-changed=../../{dir}");
    }
}
