//! Words that leave no room for any case, in the three languages.

use tarazy_law::Lang;

/// Beginnings of such expressions, in small letters; a beginning stands at the start of a word.
const ABSOLUTE: [(Lang, &[&str]); 3] = [
    (
        Lang::Kk,
        &[
            "әрқашан",
            "әрдайым",
            "ешқашан",
            "ешбір",
            "ешқандай",
            "мүлдем",
            "мүлде",
            "толық болғызба",
            "толығымен болғызба",
            "толық жоққа шығар",
            "толықтай болғызба",
            "кез келген мүмкіндік",
            "кез келген жағдайда",
            "барлық жағдайда",
            "қандай жағдайда да",
            "сөзсіз",
        ],
    ),
    (
        Lang::Ru,
        &[
            "всегда",
            "никогда",
            "никак",
            "ни при каких",
            "ни в коем случае",
            "во всех случаях",
            "в любом случае",
            "в любых случаях",
            "при любых обстоятельствах",
            "полностью исключ",
            "полное исключение",
            "любая возможность",
            "любую возможность",
            "любой возможности",
            "любые возможности",
            "безусловно",
            "абсолютно",
            "без исключени",
        ],
    ),
    (
        Lang::En,
        &[
            "always",
            "never",
            "at all times",
            "in every case",
            "in all cases",
            "in any case",
            "under any circumstances",
            "under all circumstances",
            "under no circumstances",
            "fully exclude",
            "fully rule",
            "completely exclude",
            "completely rule",
            "any possibility",
            "every possibility",
            "absolutely",
            "unconditionally",
            "without exception",
        ],
    ),
];

/// The absolute expressions of a text, in the order of the list.
pub(super) fn absolute(lang: Lang, text: &str) -> Vec<&'static str> {
    let text = text.to_lowercase();
    let begins = |at: usize| text[..at].chars().next_back().is_none_or(|c| !c.is_alphanumeric());
    let stands = |word: &&&str| text.match_indices(**word).any(|(at, _)| begins(at));
    let of_lang = ABSOLUTE.iter().filter(|(l, _)| *l == lang).flat_map(|(_, words)| words.iter());
    of_lang.filter(stands).copied().collect()
}
