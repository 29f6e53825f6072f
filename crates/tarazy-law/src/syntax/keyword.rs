//! The words that mean something to the parser: one meaning, three languages.

macro_rules! keywords {
    ($($(#[$doc:meta])* $name:ident: $en:literal, $kk:literal, $ru:literal $(, or $also:literal)*);+ $(;)?) => {
        /// The meaning of a keyword, whatever the language it is written in.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[allow(missing_docs)]
        pub enum Kw { $($(#[$doc])* $name),+ }

        impl Kw {
            /// Every keyword with its English, Kazakh and Russian form.
            pub const TABLE: &'static [(Kw, [&'static str; 3])] = &[$((Kw::$name, [$en, $kk, $ru])),+];

            /// The meaning of `word`, if it is a keyword.
            pub fn of(word: &str) -> Option<Kw> {
                match word {
                    $($en => Some(Kw::$name),)+
                    $($($also => Some(Kw::$name),)*)+
                    _ => Kw::other_language(word),
                }
            }

            // Apart from the English match, because a Kazakh and a Russian form may coincide.
            fn other_language(word: &str) -> Option<Kw> {
                Kw::TABLE.iter().find(|(_, forms)| forms[1] == word || forms[2] == word).map(|(kw, _)| *kw)
            }
        }
    };
}

keywords! {
    // What is declared.
    Fact: "fact", "дерек", "факт";
    Role: "role", "рөл", "роль";
    Definition: "definition", "анықтама", "определение";
    Right: "right", "құқық", "право";
    Duty: "duty", "міндет", "обязанность";
    Prohibition: "prohibition", "тыйым", "запрет";
    Permission: "permission", "рұқсат", "дозволение";
    Power: "power", "өкілеттік", "полномочие";
    Procedure: "procedure", "рәсім", "процедура";
    Liability: "liability", "жауаптылық", "ответственность";
    Offence: "offence", "құқықбұзушылық", "правонарушение";
    Exemption: "exemption", "босату", "освобождение";
    Institution: "institution", "институт", "учреждение";
    Relation: "relation", "арақатынас", "соотношение";
    CarveOut: "carve-out", "алып-тастау", "изъятие";
    Displacement: "displacement", "ығыстыру", "вытеснение";
    Proviso: "proviso", "ескертпе", "оговорка";
    Savings: "savings", "сақтау", "сохранение";
    Scope: "scope", "ауқым", "сфера";
    Presumption: "presumption", "болжам", "презумпция";
    Retroactivity: "retroactivity", "кері-күш", "обратная-сила";
    Ambiguity: "ambiguity", "екіұштылық", "двусмысленность";
    Table: "table", "кесте", "таблица";
    Edition: "edition", "редакциясы", "редакция";
    Property: "property", "қасиет", "свойство";
    Act: "act", "акт", "деяние";
    Authority: "authority", "уәкілетті-орган", "уполномоченный-орган";
    Replace: "replace", "ауыстыру", "заменить";
    Repeal: "repeal", "күшін-жою", "отменить";
    // Clauses.
    Bearer: "bearer", "міндеттелген", "обязанный", or "subject", or "субъект", or "субъектісі";
    Toward: "toward", "қатысты", "перед";
    When: "when", "егер", "если";
    Unless: "unless", "қоспағанда", "кроме";
    Deadline: "deadline", "мерзімі", "срок";
    Reviewer: "reviewer", "қараушы", "рассматривает";
    Remedy: "remedy", "қорғау-шарасы", "средство-защиты";
    Sanction: "sanction", "жаза", "санкция";
    Answers: "answers", "сәйкес-келеді", "соответствует";
    Body: "body", "қарайтын", "орган";
    Value: "value", "мәні", "значение";
    Content: "content", "мазмұны", "содержание";
    Joined: "joined", "байланысқан", "соединены";
    Refers: "refers", "сілтейді", "отсылает";
    Says: "says", "дейді", "говорит";
    Establishes: "establishes", "анықтайды", "устанавливает";
    Reason: "reason", "себебі", "основание";
    Feasible: "feasible", "мүмкін", "посильно";
    Tells: "tells", "көрсетеді", "показывает";
    Excluded: "excluded", "жоққа-шығарылады", "исключено";
    Meaning: "meaning", "мағынасы", "смысл";
    Rank: "rank", "дәрежесі", "ранг";
    Covers: "covers", "реттейді", "регулирует";
    Replaced: "replaced", "ауыстырылған", "заменён";
    Named: "named", "аталады", "именуется";
    Reading: "reading", "оқылуы", "прочтение";
    Title: "title", "атауы", "название";
    Short: "short", "қысқаша", "кратко";
    NumberOf: "number", "нөмірі", "номер";
    Divided: "divided", "бөлінеді", "делится";
    Link: "link", "сілтеме", "ссылка";
    Assuming: "assuming", "шартпен", "при-условии";
    Ought: "ought", "тиіс", "должно";
    Nobody: "nobody", "ешкімде", "никто";
    Between: "between", "арасында", "между";
    Expect: "expect", "күтіледі", "ожидается";
    // Small words.
    Where: "where", "мұнда", "где";
    Not: "not", "емес", "не";
    And: "and", "және", "и";
    Or: "or", "немесе", "или";
    In: "in", "ішінде", "среди";
    Is: "is", "болады", "есть";
    Of: "of", "тиесілі", "у";
    Some: "some", "біреу", "некто";
    Every: "every", "әрбір", "каждый";
    Met: "met", "құрамы-бар", "состав-есть";
    Applies: "applies", "қолданылады", "применяется", or "apply";
    Within: "within", "аралығында", "в-течение";
    After: "after", "кейін", "после";
    Years: "years", "жыл", "лет", or "year", or "год", or "года";
    Months: "months", "ай", "месяцев", or "month", or "месяц", or "месяца";
    Days: "days", "күн", "дней", or "day", or "день", or "дня";
    Working: "working", "жұмыс", "рабочих", or "рабочий";
    Koap: "koap", "тәулік", "суток", or "сутки";
    Immediately: "immediately", "дереу", "немедленно";
    Stated: "stated", "көрсетілген", "указан";
    To: "to", "үшін", "к";
    By: "by", "бойынша", "по";
    From: "from", "бастап", "с", or "из", or "бірінен";
    Fine: "fine", "айыппұл", "штраф";
    Suspension: "suspension", "тоқтата-тұру", "приостановление";
    Arrest: "arrest", "қамақ", "арест";
    Up: "up", "ең-көбі", "до";
    Compensation: "compensation", "өтемақы", "возмещение";
    Correction: "correction", "түзету", "исправление";
    Referral: "referral", "жолдау", "передача";
    Disqualification: "disqualification", "айыру", "лишение";
    Means: "means", "білдіреді", "означает";
    Yes: "yes", "иә", "да";
    No: "no", "жоқ", "нет";
    Applicable: "applicable", "қолданылатын", "применимо";
    Assessed: "assessed", "бағаланады", "оценочный";
    Date: "date", "күні", "дата";
    On: "on", "негізінде", "на";
    Force: "force", "күшінде", "силе";
    Seen: "seen", "көрілген", "виден";
    Known: "known", "белгілі", "известно";
    Governs: "governs", "қамтиды", "охватывает";
    Beside: "beside", "қатар", "наряду-с";
    Never: "never", "ешқашан", "никогда";
    Both: "both", "екеуі", "оба";
    Always: "always", "әрқашан", "всегда";
    Proved: "proved", "дәлелденген", "доказано";
    Refuted: "refuted", "теріске-шығарылған", "опровергнуто";
    For: "for", "бұлар-үшін", "для";
    Others: "others", "басқалар", "прочих";
    None: "none", "ешкім", "никого";
    Otherwise: "otherwise", "әйтпесе", "иначе";
    Does: "does", "мүлде", "вовсе";
    Unknown: "unknown", "белгісіз", "неизвестно";
    Competing: "competing", "бәсекелеседі", "конкурирует";
    Under: "under", "сай", "согласно";
    Into: "into", "мыналарға", "на-части";
    Kk: "kk", "қаз", "каз";
    Ru: "ru", "орыс", "рус";
    En: "en", "ағыл", "англ";
    One: "one", "бір", "одного";
    Person: "person", "тұлға", "лицо";
    System: "system", "жүйе", "система";
}

impl Kw {
    /// Begins an item of a `norm` block.
    pub fn opens_item(self) -> bool {
        use Kw::*;
        matches!(
            self,
            Fact | Role
                | Definition
                | Right
                | Duty
                | Prohibition
                | Permission
                | Power
                | Procedure
                | Liability
                | Offence
                | Exemption
                | Institution
                | Relation
                | CarveOut
                | Displacement
                | Proviso
                | Savings
                | Scope
                | Presumption
                | Retroactivity
                | Ambiguity
                | Table
                | Edition
                | Property
                | Act
                | Authority
                | Replace
                | Repeal
        )
    }

    /// Begins a clause of an item.
    pub fn opens_clause(self) -> bool {
        use Kw::*;
        matches!(
            self,
            Bearer
                | Toward
                | When
                | Unless
                | Deadline
                | Procedure
                | Reviewer
                | Remedy
                | Sanction
                | Answers
                | Body
                | Value
                | Named
                | Reading
                | Title
                | Short
                | NumberOf
                | Divided
                | Link
                | Assuming
                | Expect
                | From
                | Means
                | Content
                | Joined
                | Refers
                | Says
                | Establishes
                | Reason
                | Tells
                | Feasible
                | Excluded
                | Meaning
                | Rank
                | Covers
                | Replaced
        )
    }

    /// A condition may follow, so that a parenthesis after it is a group and not a list of arguments.
    pub fn precedes_condition(self) -> bool {
        matches!(
            self,
            Kw::And
                | Kw::Or
                | Kw::Not
                | Kw::When
                | Kw::Unless
                | Kw::Means
                | Kw::Where
                | Kw::Assuming
                | Kw::Content
                | Kw::Reason
        )
    }

    /// Begins a line of a `test` block.
    pub fn opens_test_line(self) -> bool {
        use Kw::*;
        matches!(self, In | For | Others | Otherwise | Reading | Expect | Ought)
    }
}

#[cfg(test)]
mod tests {
    use super::Kw;

    #[test]
    fn every_form_leads_to_its_own_meaning() {
        for (kw, forms) in Kw::TABLE {
            for form in forms {
                assert_eq!(Kw::of(form), Some(*kw), "{form} is claimed by another keyword");
            }
        }
    }
}
