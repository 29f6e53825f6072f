### Что Тарази говорит по-русски. Во всех трёх файлах одни и те же сообщения с одними и теми же переменными; это проверяет сборка.

## Ошибки. Значение – заголовок, .label стоит у места, .also у второго места, .help говорит, что делать.

severity-error = ошибка
severity-warning = предупреждение
severity-help = что сделать
errors-count = { $errors ->
    [one] { $errors } ошибка
    [few] { $errors } ошибки
   *[other] { $errors } ошибок
}
warnings-count = { $warnings ->
    [one] { $warnings } предупреждение
    [few] { $warnings } предупреждения
   *[other] { $warnings } предупреждений
}
near-hint = { $has-near ->
    [yes] Может быть, имелось в виду: { $near }?
   *[no] {""}
}
known-hint = { $has-known ->
    [yes] Здесь может стоять: { $known }.
   *[no] {""}
}

L0101 = Правило не принадлежит ни одной редакции
    .label = редакция не указана
    .also = заголовок, под которым оно стоит
    .help = Напишите «edition: ИМЯ» под заголовком или под первым заголовком страницы – от него наследуют остальные.
L0102 = Неизвестный ключ
    .label = ключа «{ $key }» нет
    .help = { near-hint } { known-hint } Если это обычный текст, оставьте перед ним пустую строку.
L0103 = Такого значения у ключа не бывает
    .label = «{ $key }» не может быть «{ $value }»
    .help = { known-hint }
L0104 = Текст, которого никто не читал
    .label = чего не видели, то не кодируют
    .help = Сначала прочтите текст. То, что известно о нём из прессы или от других, помечается «secondary».
L0105 = Пересказ есть не на всех языках
    .label = не написано на языках: { $missing }
    .help = Скажите одно и то же простыми словами по-казахски (kk), по-русски (ru) и по-английски (en).
L0106 = Ссылку на норму не удаётся прочесть
    .label = это не место в акте
    .help = Напишите акт, статью и, если есть, часть и подпункт: «cite: АКТ СТАТЬЯ pЧАСТЬ sПОДПУНКТ».
L0107 = У факта нет названия на трёх языках
    .label = у «{ $name }» нет названия
    .help = Название факта – заголовок над ним. Напишите его так: казахский / русский / английский, с пробелами вокруг косых черт.
L0108 = Правило без ссылки на норму
    .label = под этим заголовком нет ссылки
    .help = Напишите под заголовком «cite: АКТ СТАТЬЯ …». Каждое правило говорит, где в законе оно стоит.
L0201 = Здесь ожидалось другое слово
    .label = стоит { $found }; ожидалось: { $expected }
    .help = Поставьте то, что ожидалось, или посмотрите, нет ли перед этим лишнего или пропущенного слова.
L0202 = Строка не закрыта
    .label = нет закрывающего знака { $close }
    .help = Закройте строку знаком { $close } на той же строчке.
L0203 = С этого знака не начинается ни одно слово
    .label = { $found } здесь ничего не значит
    .help = Уберите его, возьмите в кавычки или поставьте после # – в примечание.
L0204 = Не число и не дата
    .label = { $found } – такого дня в календаре нет, или число слишком велико
    .help = Даты пишутся так: год-месяц-день.
L0205 = Одно и то же сказано дважды
    .label = «{ $clause }» уже есть
    .help = Соедините оба в одно или уберите одно из них.
L0206 = Здесь этому не место
    .label = у «{ $kind }» не бывает «{ $clause }»
    .help = Уберите это или выберите вид элемента, у которого оно есть.
L0207 = Слишком глубокая вложенность
    .label = больше { $limit } уровней
    .help = Дайте части условия имя через «definition» и пользуйтесь этим именем.
L0301 = Неизвестное имя
    .label = ничего с именем «{ $name }» здесь нет
    .help = { near-hint } Проверьте написание или объявите его на странице этой редакции либо той, на которой она стоит.
L0302 = Имя дано дважды
    .label = имя «{ $name }» занято
    .also = впервые оно дано здесь
    .help = Выберите другое имя. Чтобы изменить то, что сказано в прежней редакции, напишите «replace» перед элементом.
L0303 = В скобках не то
    .label = { $has-expected ->
        [yes] у «{ $name }» в скобках стоит: { $expected }
       *[no] «{ $name }» ни о ком не говорит, лиц в скобках не бывает
    }
    .help = Назовите столько лиц, сколько в объявлении, и в том же порядке; «system» и «act» – только там, где они объявлены.
L0304 = Лицо, которое никто не ввёл
    .label = кто такой «{ $name }»?
    .help = { known-hint } Ещё одно лицо вводят словами «some» или «every».
L0305 = Неизвестное значение
    .label = «{ $name }» не может быть «{ $value }»
    .help = { near-hint } { known-hint }
L0306 = Имя не того рода
    .label = «{ $name }» – нечто иное; нужно: { $expected }
    .help = Назовите то, что здесь нужно.
L0307 = Исключение ничего не затрагивает
    .label = элемента «{ $name }» нет
    .help = { near-hint } Исключение должно затрагивать хотя бы один элемент.
L0308 = Правило опирается само на себя
    .label = «{ $name }» приводит к себе же: { $path } → { $name }
    .help = Уберите один из этих шагов. Значение слова не может зависеть от самого слова.
L0309 = Три лица сразу
    .label = «{ $name }» было бы третьим лицом
    .help = Сразу бывает не больше двух лиц. Вынесите часть в отдельное «definition».
L0310 = Менять нечего
    .label = в прежних редакциях нет «{ $name }»
    .help = { near-hint } «replace» и «repeal» меняют элемент той редакции, на которой стоит эта.
L0311 = Этой строке в таблице не место
    .label = { $found } сюда не подходит
    .help = Строки по датам начинаются с «from» и идут по порядку дат; строки по значениям называют значения факта.
L0312 = Только одно прочтение
    .label = у «{ $name }» одно прочтение
    .help = Напишите второе «reading» или скажите то же через «when» либо «means».
L0313 = Это нельзя сравнить
    .label = не сравнивается
    .help = Число сравнивается с числом, дата с датой, значение – знаком «=» или словом «in». К дате прибавляют только годы, месяцы и дни.
L0314 = Слишком много значений
    .label = у «{ $name }» было бы больше { $limit } значений
    .help = Соедините значения, которые закон не различает, или сделайте два факта.
L0315 = Условие о лице там, где лица нет
    .label = «{ $name }» ни о ком не говорит
    .help = Норма не называет, к кому обращена, поэтому её условия и исключения не могут называть «p». Добавьте «bearer» или спросите через «some q: …».
L0401 = Свойство оказалось иным
    .label = { $has-readings ->
        [yes] ожидалось: { $expected }; в редакции { $edition } – { $found }, при прочтении { $readings }
       *[no] ожидалось: { $expected }; в редакции { $edition } – { $found }
    }
    .help = Посмотрите на случай, который этому противоречит. Либо правило закодировано неверно, либо неверно ожидание – тогда таков сам закон.
L0402 = Пример дал другой результат
    .label = { $has-found ->
        [yes] в редакции { $edition } выходит: { $found }
       *[no] в редакции { $edition } выходит иначе
    }
    .help = Посмотрите на факты примера: чего там нет, то неизвестно. Если они полны, неверно закодировано правило.
C0101 = Дело не удаётся прочесть
    .label = { $message }
    .help = Дело – один документ TOML или JSON. Образец со всеми полями печатает «tarazy case template».
C0102 = Неизвестное поле
    .label = поля «{ $field }» здесь нет
    .help = { near-hint } { known-hint } Образец со всеми полями печатает «tarazy case template».
C0103 = Такого значения у поля не бывает
    .label = «{ $field }» не может быть { $found }
    .help = { known-hint }
C0104 = Лица нет в деле
    .label = в деле нет лица «{ $name }»
    .help = { near-hint } { known-hint } Добавьте лицо как [persons.{ $name }] или исправьте имя.
C0105 = Факт не на своём месте
    .label = «{ $field }» стоит не здесь
    .help = Перенесите его в { $belongs }.
C0106 = Дело без лиц
    .label = никто не назван
    .help = Назовите хотя бы одно лицо: [persons.ИМЯ].
C0107 = Слишком много лиц
    .label = больше { $limit } лиц
    .help = Оставьте только тех, о ком что-то спрашивается.
C0108 = Ожидание ни о чём
    .label = ни редакции, ни нормы с именем «{ $field }» нет
    .help = { near-hint } { known-hint }

## Слова для сообщений выше

word-slot-name = имя
word-slot-number = число
word-slot-date = дата
word-slot-clause = часть правила
word-slot-condition = условие
word-slot-fact = факт
word-slot-person = лицо
word-end = конец блока
word-something-else = нечто иное
word-norm = норма
word-table = таблица
word-fact = факт
word-definition = определение
word-date = дата
word-named-values = факт с названными значениями
word-yes-or-no = факт «да или нет»
word-the-fact-by-which-the-table-is-looked-up = факт, по которому смотрят в таблицу
word-proved = доказано
word-refuted = опровергнуто
word-undecided = не решено

## Места в законе. Каждая часть несёт с собой то, что отделяет её от предыдущей.

cite-article-code = , ст. { $n }
cite-article-law = , ст. { $n }
cite-part = , ч. { $n }
cite-point = , п. { $n }
cite-subparagraph = , пп. { $n })
source-primary = официальный текст
source-secondary = известно из вторых рук
source-proposed = предложение
source-proposed-by = предложение, { $who }
word-institute-of-parliamentarism = Институт парламентаризма
word-tarazy = Тарази
and-list = { $first } и { $last }
or-list = { $first } или { $last }

## Команда.

case-not-found = Дела «{ $name }» нет: ни файла, ни папки, ни образца с таким именем. { near-hint }
case-template-intro =
    Дело: одно деяние одной системы ИИ и люди вокруг него.
    Уберите # перед тем, что знаете, и впишите ответ. Что не тронуто, остаётся «не спрошено».
    Можно написать и "unknown" (спрошено, никто не знает), и {"{"} disputed = [true, false], by = "…" {"}"} (спорно).
case-expectation-failed = { $case }, { $edition }: { $norm } для { $person } – { $found }, а в деле ожидается { $expected }
case-expectations = Дел: { $cases }; ожиданий исполнено: { $met }, не исполнено: { $failed }
no-law-on-day = На { $day } ни одна редакция закона не действовала. Возьмите редакцию целиком: --edition.
nothing-to-ask = Больше нет вопроса к человеку, ответ на который что-то решил бы.
law-check-edition = { $edition }: норм { $norms }, определений { $definitions }, исключений { $exceptions }; примеров { $examples }, ожиданий в них { $expectations }; свойств доказано { $proved }, опровергнуто { $refuted }
law-check-good = Страниц: { $files }, всё в порядке. Отпечаток { $digest }
law-fmt = Страниц: { $pages }, разложено заново: { $changed }
law-fmt-check = Страниц: { $pages }, не разложено: { $changed } (это делает tarazy law fmt)
law-show-unknown = В редакции { $edition } нет ничего с именем «{ $name }». { near-hint }
no-such-code = Сообщения { $code } нет. Есть: { $known }
batch-broken = Строк, которые нельзя прочесть: { $broken } из { $lines }; в ответах на них сказано почему

## Сам закон

show-who = Кто (p)
show-names-nobody = Кто: текст никого не называет
show-toward = Перед кем (q)
show-reviewer = Кто пересматривает (q)
show-when = Когда
show-means = Значит
show-unless = Не применяется, где
show-scope = Только в пределах
show-follows = Что следует
show-presumed = Предполагается, пока не известно
show-beside = Законно стоит рядом с другими
show-reaches-back = Смягчающий закон имеет обратную силу
show-touches = Чего касается
show-instead = На что указывает
show-role = Роль
show-fact = Факт
show-all-of = всё это
show-any-of = хотя бы одно из этого
show-none-of = ничего из этого
show-not-all-of = не всё это вместе
show-somebody = есть лицо { $who }, для которого
show-nobody = нет лица { $who }, для которого
show-not = не так: { $what }
show-always = всегда
show-never = никогда
show-term = { $what } { $name } [{ $id }]{ $persons }
show-if = { $what }, если
show-edge = { $what }{ $name }, { $place } [{ $id }]
in-force-since = действует с { $day }
in-force-until = до { $day }
fine-by = штраф по признаку «{ $fact }»
fine-none = суммы нет
property = { $name } ({ $id }){ $readings }: { $outcome }
property-proved = доказано
property-undecided = не решено в пределах отведённых шагов
property-refuted = { $has-norms ->
    [yes] опровергнуто ({ $norms })
   *[no] опровергнуто
}: { $facts }

## Дни, суммы, сроки

date = { $day } { $month ->
    [1] января
    [2] февраля
    [3] марта
    [4] апреля
    [5] мая
    [6] июня
    [7] июля
    [8] августа
    [9] сентября
    [10] октября
    [11] ноября
   *[12] декабря
} { $year } года
term-years = { $n } { $n ->
    [one] год
    [few] года
   *[other] лет
}
term-months = { $n } { $n ->
    [one] месяц
    [few] месяца
   *[other] месяцев
}
term-days = { $n } { $n ->
    [one] день
    [few] дня
   *[other] дней
}
term-working-days = { $n } { $n ->
    [one] рабочий день
    [few] рабочих дня
   *[other] рабочих дней
}
term-koap-days = { $n } { $n ->
    [one] сутки
   *[other] суток
}
deadline-immediately = немедленно
deadline-within = { $term }
deadline-every = раз в { $term }
deadline-from = , отсчёт – { $what }
word-mci = МРП
word-tenge = тенге
fine = штраф { $range ->
    [yes] от { $from } до { $to }
   *[no] { $from }
} { $unit }
fine-in-tenge = { $fine } = { $range ->
    [yes] { $from }–{ $to }
   *[no] { $from }
} тенге
fine-rate = , по { $rate } тенге на { $day } ({ $what }; { $rule })
fine-rate-unknown = , сумма в тенге неизвестна: неизвестен день или размер показателя на этот день
fine-none-for-some = ; для некоторых возможных субъектов суммы в тексте нет
arrest = арест до { $days } суток
measure-suspension = приостановление деятельности
measure-prohibition = запрет деятельности
measure-compensation = возмещение ущерба
measure-correction = исправление
measure-referral = передача компетентному органу
measure-disqualification = лишение права
by-proviso = , на основании { $rule }
possibly = возможно, { $what }
later-law = { $edition }, { $day }: { $norm } { $says }. { $compared ->
    [milder] Этот закон мягче
    [harsher] Этот закон строже
    [same] Этот закон так же строг
   *[not-comparable] Какой закон мягче, сказать нельзя
}{ $governs ->
    [yes] {" "}и имеет обратную силу, поэтому действует он ({ $rule }).
   *[no] {" "}({ $rule }).
}

## Факты

quoted = «{ $text }»
somebody-unnamed = кто-то, кто в деле не назван
fact-is = { $fact }: { $value }
fact-needed = { $fact }; требуется: { $value }
fact-of = { $person } – { $fact }
fact-between = { $first } → { $second } – { $fact }
reading-of = прочтение { $what }
others-took-part = участвовал кто-то ещё
same-person = { $persons } – одно лицо
day-known = { $what } ({ $day })
value-yes = да
value-no = нет
value-not-applicable = неприменимо
value-any = любое
date-from = { $a } или позже
date-below = раньше { $b }
date-between = с { $a }, но раньше { $b }
number-from = { $a } или больше
number-below = меньше { $b }
number-between = от { $a }, но меньше { $b }
known-established = установлено
known-denied = что угодно, кроме: { $values }
known-not-asked = не спрашивали
known-unknown = спрашивали, никто не знает
known-disputed = оспаривается
known-not-applicable = неприменимо
known-evidence = подтверждает: { $what }
known-by = со слов: { $what }
known-supposed = предположение, в материалах нет
known-assessed = оценка

## Ответ одним предложением

norm-cited = «{ $norm }»
may-answer = { $who } { $count ->
    [one] может
   *[other] могут
} отвечать по { $many ->
    [yes] нормам
   *[no] норме
} { $norm }
names-nobody = норма { $norm } применяется, но не называет, кто отвечает
norms-compete = { $count ->
    [one] нормы конкурируют: { $who } может отвечать по нормам { $norms }, и закон не говорит, какая из них уступает
   *[other] нормы конкурируют: { $who } могут отвечать по нормам { $norms }, и закон не говорит, какая из них уступает
}
more-norms-apply = { $count ->
    [1] применяется ещё одна норма
    [one] применяется ещё { $count } норма
    [few] применяются ещё { $count } нормы
   *[other] применяется ещё { $count } норм
}
more-norms-open = { $count ->
    [1] ещё об одной норме пока сказать нельзя: { $norm }, неизвестно: { $facts }
    [one] ещё об { $count } норме пока сказать нельзя; ближе всего к применению { $norm }, неизвестно: { $facts }
   *[other] ещё о { $count } нормах пока сказать нельзя; ближе всего к применению { $norm }, неизвестно: { $facts }
}
cannot-be-said = пока нельзя сказать, кто отвечает; ближе всего к применению { $norm }, неизвестно: { $facts }
no-consequence = последствие не названо
nobody-answers = по этой редакции никто не отвечает
and-more = { $count ->
    [one] { $items }; и ещё { $count }
   *[other] { $items }; и ещё { $count }
}

## Выводы, виды, редакции

verdict-applies = применяется
verdict-does-not-apply = не применяется
verdict-unknown = не определено
verdict-competing = конкурирует
verdict-line = { $kind } { $name }, { $norm }{ $person }: { $verdict }
because-facts = {" "}– { $facts }
missing-facts = ; неизвестно: { $facts }
and-more-in-line = { $items } и ещё { $count }
because-rivals = с нормой { $norms }
because-exception = исключение { $name } ({ $place })
because-outside = вне сферы действия { $name } ({ $place })
only-here = . В других редакциях такой нормы нет
none-applies = { $count ->
    [1] единственная норма этой редакции об ответственности ни к кому не применяется
   *[other] ни одна из норм этой редакции об ответственности (их { $count }) ни к кому не применяется
}
no-answering-norm = в этой редакции нет ни правонарушения, ни ответственности
why-they-differ = Почему они расходятся
kind-right = право
kind-duty = обязанность
kind-prohibition = запрет
kind-permission = дозволение
kind-power = полномочие
kind-procedure = процедура
kind-liability = ответственность
kind-offence = правонарушение
kind-exemption = освобождение
kind-institution = учреждение

## Ответ целиком

head-source = Откуда факты
head-law = Закон
head-edition = { $edition } (редакция { $name })
head-hypothetical = Эта редакция никогда не была в силе.
head-as-of = По состоянию на
head-readings = Прочтено так
head-supposed = Предположено, в материалах этого нет
head-not-seen = Не прочитано
head-corpus = Отпечаток корпуса норм
chapter-competing = нормы, которые конкурируют
chapter-applies = нормы, которые применяются
chapter-unknown = не определено
chapter-does-not-apply = нормы, которые не применяются
chapter-not-yet = Сегодня это закон, но в день деяния им не было
since = {" "}(с { $day })
who-and-why = { $who } ({ $why })
names-no-person = Лицо не названо
note-competing = конкурирует с
note-follows = последствие
note-would-follow = последствие, если применяется
note-deadline = срок
note-body = компетентный орган
note-procedure = процедура
note-remedy = средство защиты
note-sanction = санкция
note-assessment = держится на оценке: открытое понятие закона оценил тот, кто отвечал на вопрос
note-presumed = пока это неизвестно
presumed = предполагается «{ $fact }» ({ $rule })
note-later = поздний закон
note-applies-if = применяется, если
note-applies-if-any = применяется, если хотя бы одно из этого
note-does-not-apply-if = не применяется, если
note-does-not-apply-if-any = не применяется, если хотя бы одно из этого
note-or-if = или если
more-ways = { $count ->
    [one] и ещё { $count } способ
    [few] и ещё { $count } способа
   *[other] и ещё { $count } способов
}
note-contested = уже спрашивали
note-would-apply-with = применялась бы при
note-would-not-apply-with = не применялась бы при
note-why = почему
wait-for = { $count ->
    [one] { $count } норма ждёт ответа: { $facts }
    [few] { $count } нормы ждут ответа: { $facts }
   *[other] { $count } норм ждут ответа: { $facts }
}
wait-alone = { $count ->
    [one] { $count } норма ждёт своего ответа:
    [few] { $count } нормы ждут каждая своего ответа:
   *[other] { $count } норм ждут каждая своего ответа:
}
ask-next = Что спросить дальше
not-a-decision = Так говорят нормы о данных фактах. Это не решение суда или органа, и виновным никого это не признаёт.

## Основания

step = { $what } { $name }, { $place }{ $persons }: { $holds }
step-own-conditions = её собственные условия: { $holds }
step-own-exception = её собственное исключение: { $holds }
step-applies = норма
step-met = условия нормы
step-definition = определение
step-carve-out = исключение
step-displacement = приоритет другой нормы,
step-proviso = оговорка
step-savings = законно стоит рядом,
step-scope = сфера действия
step-presumption = презумпция
step-retroactivity = обратная сила
truth-applies = { $truth ->
    [yes] применяется
    [no] не применяется
   *[open] не определено
}
truth-met = { $truth ->
    [yes] выполнены
    [no] не выполнены
   *[open] не определено
}
truth-definition = { $truth ->
    [yes] подходит
    [no] не подходит
   *[open] не определено
}
truth-scope = { $truth ->
    [yes] входит
    [no] не входит
   *[open] не определено
}
truth-exception = { $truth ->
    [yes] действует
    [no] не действует
   *[open] не определено
}
truth-mark = { $truth ->
    [yes] да
    [no] нет
   *[open] не определено
}
each-holds-for = да, для лица: { $person }
each-nobody = ни для кого
each-open = есть ли кто-то, для кого это так, не определено
either-way = { $fact } – неизвестно, но любой ответ ведёт к одному и тому же
if-so = если { $fact }
as-above = { $what } (см. выше)

## Редакции рядом

cell-applies = применяется
cell-competing = конкурирует
cell-unknown = не определено
cell-does-not-apply = нет
cell-none = –
compare-legend = ≠ редакции расходятся; – такой нормы в редакции нет
compare-others = { $edition }: из обязанностей, прав и прочих норм применяется { $applies }, не определено { $open }

## Вопросы

question-about = О ком: { $persons }
question-answers = Можно ответить: { $answers }
question-assessed = Это открытое понятие закона: ответ будет оценкой.
question-how = В файле дела:
question-settles = Ответ может решить { $settles } из { $of } открытых вопросов.
question-others = Участвовал ли кто-то кроме лиц, названных в деле?
answer-date = день
answer-date-written = ГОД-МЕСЯЦ-ДЕНЬ
answer-number = целое число
answer-number-written = ЧИСЛО

## Размеры дела

C0109 = Дело слишком велико
    .label = больше { $limit } МБ
    .help = Дело – это одно деяние и лица вокруг него. Приложения в него не вкладывайте, назовите их в доказательствах.
C0110 = Слишком длинно
    .label = «{ $found }» длиннее { $limit } знаков
    .help = Сократите. Длинный документ хранится отдельно, а в деле назван как доказательство.
C0111 = Слишком много значений
    .label = в списке больше { $limit } элементов
    .help = Оставьте только значения, которые важны.
C0112 = Поле стоит дважды
    .label = поле «{ $field }» здесь уже есть
    .help = Оставьте одно из двух.
C0113 = Слишком много ошибок
    .label = показаны первые { $limit }; дальше дело не прочитано
    .help = Исправьте их и попробуйте снова. Возможно, этот файл – вовсе не дело: образец печатает «tarazy case template».

## Картина дела

pic-system = Система ИИ
pic-act = Что произошло
pic-persons = Лица и их роль
pic-norms = Нормы: { $law }
pic-maybe = { $what }?
pic-maybe-said = { $what } (не установлено)
pic-supposed = { $what } (предположено)
pic-no-role = роль неизвестна
pic-applies = возможна ответственность
pic-competing = нормы конкурируют
pic-unknown = пока не определено
pic-names-nobody = кто отвечает, не сказано
pic-more = { $count ->
    [one] ещё { $count } норма применяется или пока не определена
    [few] ещё { $count } нормы применяются или пока не определены
   *[other] ещё { $count } норм применяются или пока не определены
}
pic-note = Так нормы отвечают на данные факты. Это не решение, и виновным здесь никто не признан.
pic-person-said = { $person }: { $what }.
pic-applies-said = возможна ответственность: { $norms }
pic-competing-said = нормы конкурируют: { $norms }
pic-unknown-said = пока не определено, применяются ли: { $norms }
pic-free-said = ни одна норма об ответственности к этому лицу не применяется
pic-norm-said = { $number }. { $heading } ({ $kind }, { $place }): { $what }.

## Отказы по HTTP. Сам текст – заголовок, .detail говорит подробнее и подсказывает, что делать.

problem-bad-request = Запрос не удалось понять
    .detail = Адрес, заголовки или тело запроса не в порядке.
problem-unknown-parameter = Неизвестный параметр
    .detail = Параметра «{ $name }» здесь нет. Есть такие: { $known }.
problem-bad-parameter = У параметра не может быть такого значения
    .detail = «{ $name }» не может быть «{ $value }». Допустимо: { $known }.
problem-parameter-twice = Параметр указан дважды
    .detail = «{ $name }» можно указать только один раз.
problem-parameters-collide = Параметры исключают друг друга
    .detail = Укажите либо «{ $name }», либо «{ $other }», но не оба сразу.
problem-not-utf8 = Текст не читается
    .detail = Отправленное – не текст в кодировке UTF-8.
problem-bad-host = Непонятно, кому адресован запрос
    .detail = В запросе должен быть ровно один заголовок Host: имя или адрес и, если нужно, порт.
problem-cross-site = Отправлено с другого сайта
    .detail = Изменить что-либо здесь можно только с наших страниц. Откройте страницу у нас и повторите.
problem-forbidden = Доступ открыт не всем
    .detail = Этот адрес для вас закрыт.
problem-not-found = Здесь ничего нет
    .detail = Такого адреса нет. Проверьте, как он написан: адреса дел длинные, и важен каждый знак.
problem-method-not-allowed = К этому адресу так не обращаются
    .detail = Адрес принимает: { $allow }.
problem-stalled = Запрос не дошёл вовремя
    .detail = Передача прервалась слишком надолго. Попробуйте ещё раз.
problem-conflict = За это время всё изменилось
    .detail = Кто-то изменил это раньше вас. Загрузите заново и повторите своё изменение.
problem-gone = Этого здесь больше нет
    .detail = То, что было по этому адресу, удалено.
problem-too-large = Слишком большой объём
    .detail = Отправленное больше, чем принимает этот адрес.
problem-unsupported-media-type = Содержимое такого вида здесь не принимают
    .detail = { $has-known ->
        [yes] Адрес принимает: { $known }.
       *[no] Отправьте содержимое в том виде, какой принимает этот адрес.
    }
problem-misdirected = Запрос адресован не сюда
    .detail = Под таким именем этот сервер не отвечает.
problem-bad-case = Дело составлено с ошибками
    .detail = { $errors ->
        [one] В деле { $errors } ошибка; решение не принималось.
        [few] В деле { $errors } ошибки; решение не принималось.
       *[other] В деле { $errors } ошибок; решение не принималось.
    }
problem-no-law-on-day = В этот день закона не было
    .detail = На { $day } ни одна редакция закона не действовала.
problem-too-many-requests = Слишком много запросов
    .detail = Подождите немного и попробуйте ещё раз.
problem-internal = Ошибка на нашей стороне
    .detail = Здесь что-то пошло не так. Сообщите нам номер запроса, и мы её найдём.
problem-unavailable = Сейчас недоступно
    .detail = Попробуйте немного позже.
problem-too-slow = Ответ занимает слишком много времени
    .detail = Ответ не был готов вовремя. Попробуйте немного позже или спросите о меньшем.

## Заключение на бумаге

paper-title = Заключение
paper-catalogue = Заключение: { $title }
paper-not-a-decision = Не является решением суда или органа
paper-case = Дело
paper-written-on = Составлено
paper-address = Этот же ответ можно посмотреть по адресу
paper-summary = Что произошло
paper-answer = Ответ
paper-persons = Лица
paper-person = Лицо
paper-roles = Роли
paper-no-role = установленной роли нет
paper-chapter-competing = конкурирующие нормы об ответственности
paper-chapter-applies = применимые нормы об ответственности
paper-chapter-unknown = не определено: ближайшие к применению нормы об ответственности
paper-open = Не определено: прочие нормы об ответственности
paper-applying = Применимые обязанности, права и прочие нормы
paper-open-others = Не определено: обязанности, права и прочие нормы
paper-facts = Факты
paper-not-yet = Нормы, которые в день деяния ещё не действовали
paper-not-applying = Неприменимые нормы об ответственности
paper-annex = Сведения для проверки
paper-fact = Факт
paper-value = Значение
paper-state = Состояние
paper-basis = Основание
paper-not-given = не указано
paper-state-denied = отрицается
paper-state-supposed = предположено
paper-act = Деяние
paper-system = Система
paper-between = Между лицами
paper-norm = Норма
paper-norms = Нормы
paper-says = Содержание
paper-source = Источник текста
paper-consequence = Последствие, если применяется
paper-missing = Что неизвестно, чтобы применить
paper-who = Кого касается
paper-why-not = Почему не применяется
paper-otherwise = При чём применялась бы
paper-waits = Жирным – что нужно узнать; дальше – нормы, которые от этого зависят, и кого они касаются.
paper-since = Действует с
paper-why-cut = Почему (решающие факты)
paper-no-findings = В этой редакции нет норм, которые касались бы дела.
paper-editions = Редакция и её основа
paper-format = Формат ответа
paper-made-by = Составлено программой
paper-sign = Подпись
paper-sign-name = Фамилия, имя, отчество
paper-sign-position = Должность
paper-sign-date = Дата
paper-sign-signature = Подпись

## The server

serve-ready = Tarazy готова: { $address } (остановить – Ctrl+C)

paper-not-found = чем решается, не найдено

## What a provision says beyond its conditions

show-content = { $kind ->
    [right] Чего можно требовать
    [prohibition] Что запрещено
   *[other] Что нужно сделать
}
show-joined = названные лица соединены союзом
show-joined-and = «и»
show-joined-or = «или»
show-joined-and-or = «и (или)»
show-refers = На что опирается
show-says = Как это названо в тексте
show-establishes = Что устанавливает
show-reason = Сделано для случаев, когда
show-act = Акт
show-rank = ранг
show-covers = регулирует
show-replaced = заменён актом
show-relations = Соотношение с другими актами
show-relation = соотношение актов
show-acts = Между актами
show-tells-stage = показывает, на какой стадии возникло нарушение
show-tells-cause = показывает, по какой причине возникло нарушение
show-tells-abroad = показывает, что кто-то или что-то находится за пределами страны
show-feasible = под силу только тому, о ком верно: { $who }
show-feasible-nobody = не под силу никому
show-excluded = невозможно, пока: { $fact }: { $value }
show-meaning-not-stated = слово закона, значение которого текст не раскрывает
word-yes-or-no-fact-about-a-person = факт «да или нет» об одном лице

## Предложения исправлений

repair-special = Сначала применяется специальная норма: где применяется она, общая уступает
repair-own-conduct = Если лицо отвечает за собственное деяние, вторая норма к нему не применяется
repair-exactly-where = Норма уступает только там, где вместо неё применяется другая
repair-sanction = Обязанность связывается с ответственностью, которая касается тех же лиц
repair-repeal = Норма или понятие, которые ничего не добавляют, исключаются
repair-drop = Из условия исключается одна часть
repair-re-point = Ссылка ведёт на акт, который пришёл на смену прежнему
repair-align = Два срока становятся одинаковыми
repair-slot-consequence = Нужно установить, что следует за нарушением: [последствие]
repair-slot-right = Нужно установить, как осуществляется право: [процедура], [срок], [кто рассматривает], [средство защиты]
repair-slot-merge = Нужно различить понятия или объединить их: [отличие]
repair-slot-term = Нужно выбрать, какой срок верен: [срок]

## Редактор

editor-keyword = ключевое слово
editor-ambiguity = двусмысленность
editor-table = таблица
editor-edition = редакция
editor-act = акт
editor-authority = орган
editor-property = свойство
editor-relation = соотношение актов
editor-value = значение
editor-reading = прочтение
editor-person = лицо
editor-only-in = { $message } (в: { $editions })
editor-rename-nothing = Здесь нечего переименовать.
editor-rename-not-a-name = «{ $name }» не может быть именем: имя – одно слово из букв, цифр, «_», «.» и «-», и не ключевое.
editor-rename-taken = Имя «{ $name }» занято.
editor-rename-pattern = С именем «{ $name }» шаблон «{ $pattern }» охватит не те нормы, что сейчас.
editor-rename-broken = На страницах с ошибками в блоках осталось бы старое имя: { $pages }. Сначала исправьте их.
editor-cancelled = Вопрос отозван.
editor-not-begun = Разговор ещё не начат: сначала «initialize».
editor-over = Разговор окончен или начат дважды.
editor-no-such-question = Вопрос «{ $method }» здесь неизвестен.
editor-unclear = В вопросе чего-то не хватает.
editor-broken = На вопрос не удалось ответить; это ошибка программы.

## Наблюдение

watch-no-directory = Встроенное не меняется. Назовите каталог, за которым следить: tarazy law check КАТАЛОГ --watch
watch-waits = Слежу за { $dir } (Ctrl+C – остановить)
watch-gone = исчезло: { $what }
watch-now = { $found ->
    [0] всё в порядке
    [one] осталось { $found } замечание
    [few] осталось { $found } замечания
   *[other] осталось { $found } замечаний
 } ({ $time } мс)
