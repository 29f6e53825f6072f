//! Kazakh words without their endings.
//!
//! Kazakh puts number, possession and case behind the word, in this order, each in the variant that fits the vowels and the last consonant
//! before it: жүйе – жүйелер – жүйелерінің. Stripping goes from the right and takes off only what fits, so that it does not eat into words
//! that merely end alike. What is left need not be a word; it must be the same for all forms of one.

/// What the letter before an ending has to be.
#[derive(Clone, Copy, PartialEq)]
enum After {
    Vowel,
    Consonant,
    /// A vowel or р, л, й, у, м, н, ң, з, ж.
    Voiced,
    Voiceless,
    Any,
}

/// Endings of case after the possessive of a third person, whole: the ы of «ының» belongs to it.
const POSSESSED: [(&str, After); 32] = [
    ("сындағы", After::Vowel),
    ("сіндегі", After::Vowel),
    ("ындағы", After::Consonant),
    ("індегі", After::Consonant),
    ("сының", After::Vowel),
    ("сінің", After::Vowel),
    ("сында", After::Vowel),
    ("сінде", After::Vowel),
    ("сынан", After::Vowel),
    ("сінен", After::Vowel),
    ("сымен", After::Vowel),
    ("сімен", After::Vowel),
    ("сына", After::Vowel),
    ("сіне", After::Vowel),
    ("сын", After::Vowel),
    ("сін", After::Vowel),
    ("ының", After::Consonant),
    ("інің", After::Consonant),
    ("ында", After::Consonant),
    ("інде", After::Consonant),
    ("ынан", After::Consonant),
    ("інен", After::Consonant),
    ("ымен", After::Consonant),
    ("імен", After::Consonant),
    ("ына", After::Consonant),
    ("іне", After::Consonant),
    ("ын", After::Consonant),
    ("ін", After::Consonant),
    ("сы", After::Vowel),
    ("сі", After::Vowel),
    ("ы", After::Consonant),
    ("і", After::Consonant),
];

/// Endings of case, and of what stands somewhere.
const CASES: [(&str, After); 35] = [
    ("дағы", After::Voiced),
    ("дегі", After::Voiced),
    ("тағы", After::Voiceless),
    ("тегі", After::Voiceless),
    ("ның", After::Voiced),
    ("нің", After::Voiced),
    ("дың", After::Voiced),
    ("дің", After::Voiced),
    ("тың", After::Voiceless),
    ("тің", After::Voiceless),
    ("дан", After::Voiced),
    ("ден", After::Voiced),
    ("тан", After::Voiceless),
    ("тен", After::Voiceless),
    ("нан", After::Voiced),
    ("нен", After::Voiced),
    ("мен", After::Any),
    ("бен", After::Voiced),
    ("пен", After::Voiceless),
    ("ға", After::Voiced),
    ("ге", After::Voiced),
    ("қа", After::Voiceless),
    ("ке", After::Voiceless),
    ("ны", After::Vowel),
    ("ні", After::Vowel),
    ("ды", After::Voiced),
    ("ді", After::Voiced),
    ("ты", After::Voiceless),
    ("ті", After::Voiceless),
    ("да", After::Voiced),
    ("де", After::Voiced),
    ("та", After::Voiceless),
    ("те", After::Voiceless),
    // Without something.
    ("сыз", After::Any),
    ("сіз", After::Any),
];

const PLURAL: [(&str, After); 6] = [
    ("лар", After::Voiced),
    ("лер", After::Voiced),
    ("дар", After::Voiced),
    ("дер", After::Voiced),
    ("тар", After::Voiceless),
    ("тер", After::Voiceless),
];

/// Forms of verbs that laws are made of: to do, having done, doing.
const VERBS: [(&str, After); 11] = [
    ("ған", After::Voiced),
    ("ген", After::Voiced),
    ("қан", After::Voiceless),
    ("кен", After::Voiceless),
    ("атын", After::Consonant),
    ("етін", After::Consonant),
    ("йтын", After::Vowel),
    ("йтін", After::Vowel),
    ("ып", After::Consonant),
    ("іп", After::Consonant),
    ("у", After::Any),
];

/// The word without its endings. Where it can be taken apart in two ways – «зияны» is зиян-ы, «жүйені» жүйе-ні – in both, what takes
/// most off first.
pub(super) fn stems(word: &str) -> Vec<String> {
    let mut ways: Vec<&str> = [without(word, &POSSESSED, 2), without(word, &CASES, 2)].into_iter().flatten().collect();
    ways.sort_by_key(|w| w.len());
    if ways.is_empty() {
        ways.push(word);
    }
    let mut out: Vec<String> = ways.into_iter().map(rest).collect();
    out.dedup();
    out
}

/// What is left when the last ending is gone: an ending of each kind, from the right, and the same once more, for «баптарындағыларда».
fn rest(word: &str) -> String {
    let mut left = without(word, &PLURAL, 2).unwrap_or(word);
    left = without(left, &POSSESSED[28..], 3).unwrap_or(left);
    let ways = [without(left, &POSSESSED, 2), without(left, &CASES, 2)];
    left = ways.into_iter().flatten().min_by_key(|w| w.len()).unwrap_or(left);
    left = without(left, &PLURAL, 2).unwrap_or(left);
    left = without(left, &VERBS, 4).unwrap_or(left);
    // модель – моделі: the sign goes before a vowel.
    left = left.strip_suffix('ь').unwrap_or(left);
    // құқық – құқығы, кітап – кітабы: the last consonant hardens when nothing follows.
    let hard = match left.chars().last() {
        Some('ғ') => 'қ',
        Some('г') => 'к',
        Some('б') => 'п',
        _ => return left.to_owned(),
    };
    let mut out: String = left.chars().take(left.chars().count() - 1).collect();
    out.push(hard);
    out
}

/// Without the first ending that fits, if at least so many letters and a vowel are left.
fn without<'w>(word: &'w str, endings: &[(&str, After)], least: usize) -> Option<&'w str> {
    endings.iter().find_map(|(ending, after)| {
        let left = word.strip_suffix(ending)?;
        let last = left.chars().last()?;
        let long = left.chars().count() >= least && left.chars().any(is_vowel);
        (long && fits(last, *after) && in_harmony(left, ending)).then_some(left)
    })
}

fn fits(last: char, after: After) -> bool {
    match after {
        After::Vowel => is_vowel(last) && !matches!(last, 'у' | 'и'),
        // Between vowels у and и are consonants: бақылауы.
        After::Consonant => !is_vowel(last) || matches!(last, 'у' | 'и'),
        After::Voiced => is_vowel(last) || "рлйумнңзжвь".contains(last),
        After::Voiceless => !is_vowel(last) && !"рлймнңзж".contains(last),
        After::Any => true,
    }
}

fn is_vowel(c: char) -> bool {
    is_back(c) || is_front(c) || matches!(c, 'и' | 'у')
}

fn is_back(c: char) -> bool {
    "аоұыяёю".contains(c)
}

fn is_front(c: char) -> bool {
    "әөүіеэ".contains(c)
}

/// Vowels of an ending follow the last vowel before it that takes sides; «мен» and «сыз» may follow any word.
fn in_harmony(left: &str, ending: &str) -> bool {
    if matches!(ending, "мен" | "бен" | "пен") {
        return true;
    }
    let side = |text: &str| text.chars().rev().find(|c| is_back(*c) || is_front(*c)).map(is_front);
    match (side(left), side(ending)) {
        (Some(before), Some(of_ending)) => before == of_ending,
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::stems;

    fn stem(word: &str) -> String {
        stems(word).remove(0)
    }

    /// Forms as they stand in the pages of the law.
    #[test]
    fn all_forms_of_a_word_have_one_stem() {
        let words = [
            "жүйе жүйесі жүйенің жүйесінің жүйені жүйесін жүйеге жүйеде жүйеден жүйесіне жүйемен жүйелер жүйелері жүйелердің жүйелерінің жүйелерге",
            "заң заңы заңның заңда заңға заңдар заңдардың заңмен заңында",
            "құқық құқығы құқығын құқықты құқықтары құқықтарын құқықтарының",
            "бап баптың бапта баптан баптар бабы бабының бабында",
            "міндет міндеті міндетін міндеттер міндеттері міндеттерін міндетті",
            "иеленуші иеленушінің иеленушіге иеленушіні иеленушілер иеленушісі",
            "пайдаланушы пайдаланушының пайдаланушыға пайдаланушылар пайдаланушыларды пайдаланушыларға пайдаланушыларын",
            "жауапкершілік жауапкершілігі жауапкершілікке жауапкершіліктің",
            "тәуекел тәуекелі тәуекелдер тәуекелдері тәуекелдерін тәуекелдерді",
            "нәтиже нәтижесі нәтижелер нәтижелері нәтижелеріне нәтижені",
            "шешім шешімі шешімдер шешімге шешімнің шешімін",
            "зиян зияны зияннан зиянды зиянның зиянға",
            "тұлға тұлғаның тұлғаға тұлғалар тұлғаларға тұлғаны",
            "бақылау бақылауы бақылауында бақылауды бақылаған бақылауға",
            "басқару басқаруды басқарған басқаруы",
            "кодекс кодекстің кодексі кодексінің кодекске",
            "модель моделі моделінің модельдер модельдері модельдерін",
            "деңгей деңгейі деңгейлер деңгейлері деңгейінде",
        ];
        for forms in words {
            let all: Vec<Vec<String>> = forms.split(' ').map(stems).collect();
            let common = all[0].iter().find(|s| all.iter().all(|of| of.contains(s)));
            assert!(common.is_some(), "{forms}: {all:?}");
        }
    }

    #[test]
    fn words_that_only_look_alike_stay_apart() {
        for (one, other) in [("заң", "зат"), ("адам", "ада"), ("жоба", "жол"), ("құқық", "құн"), ("меншік", "мен")]
        {
            assert_ne!(stem(one), stem(other));
        }
        // Of a short word nothing is taken, and endings that do not fit its vowels stay.
        for word in ["ие", "ай", "су", "да", "мен", "адам", "құн"] {
            assert_eq!(stem(word), word);
        }
        assert_eq!(stem("қаладе"), "қаладе");
    }

    #[test]
    fn nothing_is_too_short_or_too_strange() {
        for word in ["", "ы", "інің", "ның", "лар", "ъ", "ыыыыыыыы", "сысысысы"] {
            assert!(stem(word).len() <= word.len());
        }
    }
}
