### The words of the pages in Russian. What is said of a case and its answer is in ru.ftl.

## Around every page

site-description = Кто отвечает за то, что сделала система искусственного интеллекта: по какой норме, почему и что изменило бы ответ.
page-skip = Перейти к основному содержанию
page-language = Язык
page-menu = Меню
page-back = Назад
page-home = На главную
page-error = Ошибка
page-problem = Нужно исправить
page-warning = Внимание
page-save = Сохранить
page-change = Изменить
page-go-on = Продолжить
text-too-long = Слишком длинно: не больше { $limit } знаков
nav-samples = Примеры дел
nav-binds = Что меня обязывает
nav-law = Закон
nav-api = Для программ
nav-about = О Tarazy
nav-accessibility = Доступность
nav-privacy = Ваши данные

## The first page

home-title = Кто отвечает за то, что сделал ИИ?
home-lead = Расскажите, что произошло. Tarazy скажет, какая норма к кому применяется, почему и какой факт изменил бы ответ.
home-how = Вопросы задаются по одному. «Не знаю» – полноценный ответ. Регистрация не нужна.
home-begin = Начать
home-samples = Посмотреть готовые дела
home-asks = По одному вопросу
    .text = Каждый раз – тот вопрос, который решает больше всего. Что уже ничего не меняет, не спрашивается. Рядом с вопросом – статья.
home-answers = Ответ с обоснованием
    .text = По каждой норме и каждому лицу: применяется, нет, не определено или нормы конкурируют. У каждого шага – ссылка.
home-keeps = Три закона рядом
    .text = Законопроект, официальное заключение и принятый закон. Различия отмечены. Итог можно взять в PDF.
home-other = Что ещё можно сделать
home-binds = Выбрать свою роль и увидеть обязанности, права и запреты
home-upload = Загрузить файл дела (TOML или JSON)
home-api = Спрашивать из программы

## Sample cases

samples-title = Примеры дел
samples-lead = Примеры из заключения и реальные случаи: кто отвечал бы, случись это сегодня в Казахстане.
samples-source = Случаи изложены своими словами по записям AI Incident Database (incidentdatabase.ai, CC BY-SA 4.0); в каждом деле указана запись.

## How a case begins

start-heading = Новое дело
start-lead = Назовите дело своими словами. Адрес сохранённого дела не угадает никто, кроме вас.
start-describe = Что произошло
start-title = О чём дело?
start-title-hint = Одна фраза. Например: «Программа отказала в пособии»
start-title-missing = Напишите, о чём дело
start-summary = Подробнее (необязательно)
start-summary-hint = Кто, что, когда. Ответ опирается не на этот текст, а на ваши ответы на вопросы
start-go = Перейти к участникам
start-upload = Есть готовый файл
start-upload-lead = Файл дела, взятый из Tarazy или написанный вами: TOML или JSON.
start-file = Файл дела
start-file-hint = Не больше 2 МБ
start-file-missing = Выберите файл
start-file-encoding = Файл не в кодировке UTF-8. Сохраните его в UTF-8 и загрузите снова
start-file-wrong = Файл не читается как дело. Ошибки ниже
start-mistakes = Ошибки в файле
start-upload-go = Загрузить
start-sample = Начать с примера

## The page of a case

overview-empty = Пока никто не назван: сначала добавьте лиц.
overview-keep = Сохранить дело
overview-address = Адрес этой страницы – ключ к делу. Сохраните его: кто знает адрес, может читать, менять и удалить дело.
task-done = Готово
task-to-do = Не сделано
task-not-yet = Пока рано
task-ready = Готов
task-persons = { $count ->
    [one] { $count } лицо
    [few] { $count } лица
   *[many] { $count } лиц
}
task-facts = { $count ->
    [one] { $count } ответ
    [few] { $count } ответа
   *[many] { $count } ответов
}
task-open = { $count ->
    [one] открыт { $count } вывод
    [few] открыты { $count } вывода
   *[many] открыто { $count } выводов
}

## Persons

persons-title = Кто участвовал
persons-lead = Добавьте по одному тех, кто сделал систему, кто её ведёт, кто ею пользовался и кто пострадал.
persons-first = Первое лицо
persons-another = Добавить ещё кого-то
persons-name = Имя или название
persons-name-hint = Достаточно обозначения: «клиника», «разработчик», «заявитель». Настоящее имя не нужно
persons-name-missing = Напишите имя или обозначение
persons-roles = Кто это лицо по отношению к системе?
persons-roles-hint = Отметьте всё, что знаете. Можно ничего не отмечать
persons-no-role = роль не известна
persons-rest = А другие роли?
persons-rest-hint = От этого зависит, спросят ли о ролях позже
persons-rest-no = Других ролей нет
persons-rest-unknown = Не знаю
persons-add = Добавить
persons-go-on = К вопросам
persons-full = В деле не больше { $count } лиц.
persons-edit = Изменить лицо
persons-remove = Убрать лицо из дела
persons-remove-text = Ответы об этом лице тоже исчезнут. Их можно вернуть из истории.

## Questions

question-title = Вопросы
question-choose = Выберите ответ
question-choose-values = Выберите хотя бы одно
question-choose-two = Выберите хотя бы два: спор – это между двумя
question-or = или
question-unknown = Не знаю
question-not-applicable = Этот вопрос здесь не возникает
question-disputed = Об этом спорят
question-disputed-values = Что говорят стороны?
question-disputed-dates = Что называют стороны, через запятую
question-denied = Знаю только, чем это не было
question-denied-values = Что исключено?
question-date = Дата известна
question-date-hint = Дата, например 01.03.2026
question-date-wrong = Напишите дату так: 01.03.2026
question-number = Число известно
question-number-hint = Число
question-number-wrong = Напишите целое число
question-evidence = Чем это подтверждается? (необязательно)
question-shown-by = Документ, запись, проверка
question-said-by = Кто это сказал?
question-why = Почему это спрашивают?
question-article = Основание понятия: { $place }
question-decides = { $count ->
    [one] Ответа ждёт { $count } вывод:
    [few] Ответа ждут { $count } вывода:
   *[many] Ответа ждут { $count } выводов:
}
question-decides-more = { $count ->
    [one] и ещё { $count } норма
    [few] и ещё { $count } нормы
   *[many] и ещё { $count } норм
}
question-decides-nothing = При нынешних ответах этот вопрос ничего не решает. Ответ можно изменить.
question-stop = Остановиться и посмотреть ответ
others-nobody = Нет, больше никого не было
others-somebody = Да, был кто-то ещё

## Check your answers

check-title = Проверьте ответы
check-system = Система
check-act = Что произошло
check-others = Другие лица
check-to-answer = Посмотреть ответ
check-go-on = Продолжить вопросы

## The answer

answer-title = Ответ
answer-editions = По какой редакции закона
answer-supposed = Предположение. Ответ исходит из того, что:
answer-as-it-is = Ответ без предположений
answer-asks = Больше всего решит вопрос:
answer-shortened = Открыто слишком много: здесь не показано, какие факты и вопросы решили бы дело.
answer-contents = На этой странице
answer-picture-words = То же словами
answer-who = Кто отвечает
answer-competing = На одно деяние приходятся две нормы. Выбирает компетентный орган.
answer-nobody-named = Никто не назван
answer-rest = Обязанности, права, запреты
answer-rest-none = Других норм по этому делу нет.
answer-readings = Где закон читается по-разному
answer-laws = Три закона рядом
answer-law = Какой закон спрошен
answer-keep = Сохранить и передать
readings-lead = Рядом с каждым прочтением – сколько выводов оно меняет. Выберите, и ответ откроется по этому прочтению.
readings-none = Здесь ни одно прочтение ничего не меняет.
readings-chosen = прочитано так
readings-change = { $count ->
    [0] ничего не меняет
    [one] меняет { $count } вывод
    [few] меняет { $count } вывода
   *[many] меняет { $count } выводов
}
laws-norm = Норма
laws-sure = Нормы, которые применяются хотя бы по одному закону
laws-open = Нормы, которые пока не определены
laws-differs = различие
laws-no-norm = такой нормы нет
law-edition = Редакция
law-hypothetical = никогда не действовала
law-as-of = На день
law-digest = SHA-256 свода норм
law-not-seen = Изменения, которые есть, но текста которых никто здесь не читал
law-on-day = Закон другого дня
law-on-day-hint = Дата, например 2026-03-01. Применяется закон дня деяния или более мягкий поздний
law-on-day-go = Решить на этот день
law-title = Закон
law-lead = Нормы, которые знает Tarazy: каждая пересказана на трёх языках, с местом и источником. Пересказ – не официальный текст.
law-other-languages = На других языках
law-points = Пункты заключения: { $points }
law-name = Имя в своде: { $id }
kinds-offence = правонарушения
kinds-liability = ответственность
kinds-duty = обязанности
kinds-prohibition = запреты
kinds-right = права
kinds-permission = разрешения
kinds-power = полномочия
kinds-procedure = процедуры
kinds-exemption = освобождения
kinds-institution = учреждения

## What binds me

binds-title = Что меня обязывает?
binds-lead = Выберите роль. Потом несколько вопросов о системе уточнят список.
binds-you = Вы
binds-role = Кто вы по отношению к системе?
binds-role-hint = Можно выбрать несколько
binds-go = Показать
binds-as = Роль: { $roles }.
binds-other = Выбрать другую роль
binds-law = Закон: { $law }.
binds-further = О системе и о вас
binds-waiting = { $count ->
    [one] От этого зависит { $count } норма
    [few] От этого зависят { $count } нормы
   *[many] От этого зависят { $count } норм
}
binds-leave-open = Не знаю
binds-narrow = Уточнить
binds-nothing = Для этой роли норм не нашлось.
binds-does = применяется
binds-may = возможно
binds-depends = Зависит от того:

## Keep and hand over

keep-title = Сохранить и поделиться
keep-holder = Ваш адрес
keep-holder-text = По этому адресу вы вернётесь к делу. Добавьте его в закладки.
keep-holder-warning = Потеряете адрес – потеряете дело: иначе его не найти.
keep-viewer = Адрес только для чтения
keep-viewer-text = Его можно дать другому: он прочтёт дело, но не изменит.
keep-files = Файлы
keep-pdf = Заключение в PDF
keep-decision = Ответ в JSON
keep-case = Дело в JSON
keep-facts = Все ответы
keep-copy = Сделать копию и изменить
keep-copy-sample = Чтобы изменить пример, сделайте свою копию.
keep-copy-shared = Это дело вам дали только для чтения. Можно сделать свою копию.
history-title = История изменений
history-now = Сейчас
history-restore = Вернуться к этому
change-begun = Дело начато
change-copied = Начато с копии: { $from }
change-described = Изменено описание
change-person = Лицо: { $name }
change-removed = Убрано лицо: { $name }
change-answered = Ответ: { $what }
change-restored = Возвращена версия № { $number }
change-other = Изменение
delete-title = Удалить дело
delete-warning = Дело исчезнет навсегда вместе с историей. Вернуть его нельзя.
delete-go = Удалить навсегда
delete-keep = Не удалять, вернуться к делу
delete-done = Дело удалено
    .text = О нём ничего не осталось.

## About

about-title = О Tarazy
    .lead = Таразы – это весы. Tarazy читает закон как нормы с условиями, дело – как факты, известные или нет, и взвешивает одно с другим.
about-verdicts = Четыре вывода
    .text = «Применяется» и «не применяется» верны, чем бы ни обернулось неизвестное. «Не определено» называет факты, которые решат. «Конкурируют» – когда одно деяние подпадает под две нормы.
about-sources = Источники
    .text = О каждой норме сказано, прочитана ли она в официальном тексте, известна с чужих слов или предложена. Непрочитанные изменения названы, а не угаданы.
about-limits = Границы
    .text = Tarazy не решает о вине. Это не юридическая консультация и не решение суда или органа. Решает и подписывает компетентный человек.
about-open = Открытость
    .text = Нормы и код открыты (MIT или Apache-2.0). Любой может повторить ответ на том же своде и проверить его.
accessibility-title = Доступность
    .lead = Этими страницами должен мочь пользоваться каждый: с клавиатуры, с программой чтения с экрана, на маленьком телефоне, без скриптов.
accessibility-how = Что сделано
    .text = Цель – WCAG 2.2 AA. Все страницы проверяются автоматически на трёх языках, со скриптами и без. Ничто не сказано одним цветом. Всё, что на рисунке, есть и словами.
accessibility-known = Что известно нам
    .text = Страницы ещё не проверялись с людьми. Автоматическая проверка находит не всё.
accessibility-tell = Если что-то мешает
    .text = Скажите владельцу этого сайта: на какой странице, что вы хотели сделать и что помешало.
privacy-title = Ваши данные
    .lead = Что хранится и кто это видит.
privacy-kept = Что хранится
    .text = Дело, которое вы написали, и его история – на этом сервере, в одном файле. Ни cookie, ни учётных записей, ни обращений к другим сайтам.
privacy-addresses = Адрес – это ключ
    .text = Адрес дела – 128 случайных бит. На сервере лежит не сам ключ, а вычисленное из него. В журналы адрес не пишется.
privacy-deleted = Удаление
    .text = Дело вы удаляете сами в любой момент: место в файле тоже затирается.
privacy-not = Чего не писать
    .text = Персональные данные – имена, ИИН, диагнозы – не нужны: достаточно обозначений.

## The interface for programs

api-title = Для программ
api-lead = Тот же ответ в JSON: один запрос – одно дело. Вид тот же, что у --json в командной строке.
api-try = Попробуйте
api-english = Описание ниже – на английском: оно взято из документа, который читают программы.

## Закон в браузере: редакции, статьи, замечания, поиск

law-editions = Редакции
law-all-editions = Все редакции
law-articles-count = { $count ->
    [one] { $count } статья
    [few] { $count } статьи
   *[other] { $count } статей
}
law-findings-count = { $count ->
    [one] { $count } замечание
    [few] { $count } замечания
   *[other] { $count } замечаний
}
law-findings-of = { $count ->
    [0] Замечания проверки: нет
   *[other] Замечания проверки: { $count }
}
law-findings-title = Что не так с законом
law-findings-lead = Проверка читает каждую редакцию и ищет недостатки этих видов. Каждое замечание следует из самих норм, а где его можно показать, стоит пример.
law-stands-on = Опирается на:
law-notes = Замечания без статьи
law-taken-over = { $act }: без изменений ({ $count })
law-search-title = Поиск по закону
law-search-label = Искать в законе
law-search-hint = Слово в любой форме, на любом из трёх языков, или номер статьи
law-search-go = Найти
law-search-ignored = статья статьи статье статью ст часть части ч пункт пункта п подпункт подпункта пп
law-search-count = { $count ->
    [0] Ничего не найдено.
    [one] Найдено { $count } положение.
    [few] Найдено { $count } положения.
   *[other] Найдено { $count } положений.
}
law-search-near = Возможно, вы искали:
law-search-more = { $count ->
    [one] и ещё { $count }; добавьте слово, чтобы сузить поиск
   *[other] и ещё { $count }; добавьте слово, чтобы сузить поиск
}
law-missing = Такого места в законе нет
law-missing-text = Здесь ничего не называется «{ $name }».
law-missing-article = Статьи { $article } в этой редакции нет: { $edition }.
law-missing-near = Возможно, вы ищете
law-weight = Существенность
law-all-weights = Все
law-classes = Виды недостатков
law-all-classes = показать все виды
law-count-of = { $what }: { $count }
law-findings-more = { $count ->
    [one] Ещё { $count } замечание этого вида
    [few] Ещё { $count } замечания этого вида
   *[other] Ещё { $count } замечаний этого вида
}
law-class-example = Пример
law-class-example-lead = Небольшой вымышленный закон. Зачёркнуто то, что ошибочно, подчёркнуто то, что это исправляет; проверка указывает на выделенную строку.
law-finding-example = Пример
law-compare-open = Замечания, о которых по второй редакции решить не удалось: { $count }
law-found = Где это найдено
law-found-nothing = Недостатков этого вида не найдено.
law-undecided = { $count ->
    [one] { $count } вопрос оставлен без ответа: он занял бы слишком много времени.
    [few] { $count } вопроса оставлены без ответа: они заняли бы слишком много времени.
   *[other] { $count } вопросов оставлены без ответа: они заняли бы слишком много времени.
}
law-margin = Замечания
law-from-edition = перешло из редакции: { $edition }
law-in-editions = Эта статья в других редакциях
law-bound = О ком здесь речь
law-bound-role = Обязанности и права: { $role }
law-around = Другие статьи
law-previous = Раньше: { $article }
law-next = Дальше: { $article }
law-to-article = К статье
law-machine = Как это читает машина
law-block = Как это записано для машины
law-link-procedure = Порядок
    .from = Это порядок для нормы
law-link-remedy = Защита
    .from = Это защита для нормы
law-link-sanction = За нарушение отвечают по норме
    .from = Наказывает за нарушение нормы
law-link-answers-to = Отвечает на норму
    .from = На неё отвечает норма
law-compare-title = Редакции рядом
law-compare-with = Сравнить с другой редакцией
law-sandbox-title = Попробовать формулировку

relations-summary = { $norms ->
    [one] { $norms } элемент закона
    [few] { $norms } элемента закона
   *[other] { $norms } элементов закона
}, { $links ->
    [one] { $links } связь
    [few] { $links } связи
   *[other] { $links } связей
}.
relations-title = Как связаны нормы: { $what }
relations-same = То же таблицей
relations-from = Откуда
relations-means = Связь
relations-to = Куда
relations-who = Кто: { $roles }
relations-bears = исполняет
relations-many = Исключение из норм, всего { $count }
relations-sanction = За нарушение наказывает
relations-procedure = Порядок
relations-remedy = Защита
relations-answers-to = Отвечает на
relations-except = Уступает норме
relations-instead = Вместо неё
relations-proviso = С оговоркой
relations-savings = Законно стоит рядом, по норме
relations-beside = Рядом
relations-of-edition = Картина всех связанных норм
relations-lead = Каждая линия – связь, которую называет норма. В карточке сказано, куда ведут её линии, а таблица ниже повторяет всё словами.
relations-none = В этой редакции ни одна норма не связана с другой.
relations-links = Связи между нормами
law-compare-a = Первая редакция
law-compare-b = Вторая редакция
law-compare-go = Сравнить
law-compare-same = Это одна и та же редакция. Выберите другую.
law-compare-lead = Что меняется от редакции «{ $a }» к редакции «{ $b }».
law-compare-does = Что они делают по-разному
law-compare-texts = Что говорят тексты
law-compare-unchanged = { $count ->
    [one] { $count } положение осталось прежним.
    [few] { $count } положения остались прежними.
   *[other] { $count } положений остались прежними.
}
law-compare-none = Тексты не различаются.
law-compare-changed = изменено
law-compare-new = новое
law-compare-gone = исключено
law-compare-was = убрано:
law-compare-is = вставлено:
law-compare-findings = Что не так с каждой
law-compare-cured = Замечания, которые ушли: { $count }
law-compare-created = Замечания, которые появились: { $count }
law-compare-kept = Замечания, которые остались: { $count }
law-sandbox-lead = Выберите страницу закона и напишите её иначе. Вся редакция проверяется с вашей формулировкой, и видно, что исправлено и что появилось. Ничего не сохраняется.
law-sandbox-choose = Какая страница?
law-sandbox-how = Измените текст или блоки. Ваша формулировка остаётся только в этой форме: на сервере ничего не сохраняется.
law-sandbox-text = Страница
law-sandbox-go = Проверить
law-sandbox-again = Начать снова с исходной страницы
law-sandbox-said = Что говорит проверка
law-sandbox-not-yet = Измените что-нибудь и отправьте на проверку.
law-sandbox-summary = Ошибок: { $mistakes }. Замечаний ушло: { $gone }, появилось: { $new }, осталось: { $stay }.
law-sandbox-no-mistakes = Страница читается без ошибок, и её примеры выходят так, как в ней сказано.
law-sandbox-mistakes = Ошибки
law-sandbox-line = Строка { $line }, место { $column }:
law-sandbox-more = { $count ->
    [one] и ещё { $count } ошибка
    [few] и ещё { $count } ошибки
   *[other] и ещё { $count } ошибок
}
law-sandbox-crowded = Примеры не выполнены: в одном из них больше { $limit } лиц.
law-sandbox-too-long = Страница слишком длинная: не больше { $limit } КБ
law-sandbox-try = Попробовать другую формулировку этой страницы
