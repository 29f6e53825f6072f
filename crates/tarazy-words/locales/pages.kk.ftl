### The words of the pages in Kazakh. What is said of a case and its answer is in kk.ftl.

## Around every page

site-description = Жасанды интеллект жүйесінің әрекеті үшін кім жауап береді: қай норма бойынша, неге және не өзгерсе жауап басқаша болар еді.
page-skip = Негізгі мазмұнға өту
page-language = Тіл
page-menu = Мәзір
page-back = Артқа
page-home = Басты бет
page-error = Қате
page-problem = Түзететін жер бар
page-warning = Назар аударыңыз
page-save = Сақтау
page-change = Өзгерту
page-go-on = Әрі қарай
text-too-long = Мәтін тым ұзын: { $limit } таңбадан аспауы керек
nav-samples = Мысал істер
nav-binds = Мені не міндеттейді
nav-law = Заң
nav-api = Бағдарламаларға
nav-about = Tarazy туралы
nav-accessibility = Қолжетімділік
nav-privacy = Деректеріңіз

## The first page

home-title = ЖИ жүйесінің әрекеті үшін кім жауап береді?
home-lead = Не болғанын айтыңыз. Tarazy қай норма кімге қолданылатынын, неге олай екенін және қай факт жауапты өзгертетінін көрсетеді.
home-how = Сұрақтар бір-бірден қойылады. «Білмеймін» – толыққанды жауап. Тіркелу қажет емес.
home-begin = Бастау
home-samples = Дайын істерді қарау
home-asks = Бір сұрақтан
    .text = Әр жолы ең көп нәрсені шешетін сұрақ қойылады. Енді маңызы жоқ нәрсе сұралмайды. Әр сұрақтың қасында оның бабы тұр.
home-answers = Дәлелді жауап
    .text = Әр норма мен әр тұлға бойынша: қолданылады, қолданылмайды, белгісіз немесе екі норма бәсекелес. Әр қадамның сілтемесі бар.
home-keeps = Үш заң қатар
    .text = Заң жобасы, ресми қорытынды және қабылданған заң. Айырмасы белгіленеді. Нәтижені PDF етіп алуға болады.
home-other = Тағы не істеуге болады
home-binds = Рөліңізді таңдап, міндеттеріңізді, құқықтарыңыз бен тыйымдарды көру
home-upload = Іс файлын жүктеу (TOML немесе JSON)
home-api = Бағдарламадан сұрау

## Sample cases

samples-title = Мысал істер
samples-lead = Қорытындыдағы мысалдар мен шын болған оқиғалар: егер олар бүгін Қазақстанда болса, кім жауап берер еді.
samples-source = Оқиғалар AI Incident Database (incidentdatabase.ai, CC BY-SA 4.0) жазбалары бойынша өз сөзімізбен баяндалған; әр істе жазба нөмірі бар.

## How a case begins

start-heading = Жаңа іс
start-lead = Істі өз сөзіңізбен атаңыз. Сақталған істің мекенжайын сізден басқа ешкім таба алмайды.
start-describe = Не болды
start-title = Іс немен байланысты?
start-title-hint = Бір сөйлем. Мысалы: «Жәрдемақыдан бағдарлама бас тартты»
start-title-missing = Істің не туралы екенін жазыңыз
start-summary = Толығырақ (міндетті емес)
start-summary-hint = Кім, не, қашан. Шешім мына мәтінге емес, сұрақтарға берген жауаптарға сүйенеді
start-go = Тұлғаларға өту
start-upload = Дайын файл бар
start-upload-lead = Tarazy-ден алынған немесе өзіңіз жазған іс файлы. Пішімі: TOML немесе JSON.
start-file = Іс файлы
start-file-hint = 2 МБ-тан аспауы керек
start-file-missing = Файл таңдаңыз
start-file-encoding = Файл UTF-8 мәтіні емес. Оны UTF-8 етіп сақтап, қайта жүктеңіз
start-file-wrong = Файлды іс ретінде оқу мүмкін болмады. Қателер төменде
start-mistakes = Файлдағы қателер
start-upload-go = Жүктеу
start-sample = Мысалдан бастау

## The page of a case

overview-empty = Әзірге ешкім айтылмаған: алдымен тұлғаларды қосыңыз.
overview-keep = Істі сақтау
overview-address = Бұл беттің мекенжайы – істің кілті. Оны сақтап қойыңыз: мекенжайды білген адам істі оқи, өзгерте және жоя алады.
task-done = Аяқталды
task-to-do = Жасалмаған
task-not-yet = Әлі ерте
task-ready = Дайын
task-persons = { $count } тұлға
task-facts = { $count } жауап
task-open = { $count } қорытынды ашық

## Persons

persons-title = Кім қатысты
persons-lead = Жүйені жасаған, жүргізген, қолданған және одан зардап шеккен адамдар мен ұйымдарды бір-бірден қосыңыз.
persons-first = Бірінші тұлға
persons-another = Тағы біреуді қосу
persons-name = Аты немесе атауы
persons-name-hint = Іс үшін белгі болса жетеді: «емхана», «әзірлеуші», «өтініш беруші». Шын аты-жөні қажет емес
persons-name-missing = Атын немесе белгісін жазыңыз
persons-roles = Бұл тұлға жүйеге қатысты кім?
persons-roles-hint = Білетініңіздің бәрін белгілеңіз. Ештеңе белгілемесеңіз де болады
persons-no-role = рөлі белгісіз
persons-rest = Ал басқа рөлдері?
persons-rest-hint = Жауапқа байланысты кейін рөлдер туралы сұралуы мүмкін
persons-rest-no = Басқа рөлі жоқ
persons-rest-unknown = Білмеймін
persons-add = Қосу
persons-go-on = Сұрақтарға өту
persons-full = Бір істе { $count } тұлғадан артық болмайды.
persons-edit = Тұлғаны өзгерту
persons-remove = Тұлғаны істен алып тастау
persons-remove-text = Бұл тұлға туралы жауаптар да өшеді. Тарихтан қайтаруға болады.

## Questions

question-title = Сұрақтар
question-choose = Жауапты таңдаңыз
question-choose-values = Кемінде біреуін таңдаңыз
question-choose-two = Кемінде екеуін таңдаңыз: дау екі нұсқаның арасында болады
question-or = немесе
question-unknown = Білмеймін
question-not-applicable = Бұл сұрақ мұнда қойылмайды
question-disputed = Бұл туралы дау бар
question-disputed-values = Тараптар қайсысын айтады?
question-disputed-dates = Тараптар айтқан мәндер, үтірмен
question-denied = Не емес екенін ғана білемін
question-denied-values = Қайсысы емес?
question-date = Күні белгілі
question-date-hint = Күні, мысалы 01.03.2026
question-date-wrong = Күнді 01.03.2026 түрінде жазыңыз
question-number = Саны белгілі
question-number-hint = Сан
question-number-wrong = Бүтін сан жазыңыз
question-evidence = Мұны не растайды? (міндетті емес)
question-shown-by = Құжат, жазба, тексеріс
question-said-by = Кім айтты?
question-why = Неге сұралып отыр?
question-article = Ұғымның негізі: { $place }
question-decides = Жауапты күтіп тұрған қорытынды саны – { $count }:
question-decides-more = тағы { $count } норма
question-decides-nothing = Қазіргі жауаптармен бұл сұрақ ештеңені шешпейді. Жауапты өзгерте аласыз.
question-stop = Осы жерде тоқтап, жауапты көру
others-nobody = Жоқ, басқа ешкім болған жоқ
others-somebody = Иә, тағы біреу болды

## Check your answers

check-title = Жауаптарды тексеру
check-system = Жүйе
check-act = Не болды
check-others = Басқалар
check-to-answer = Жауапты көру
check-go-on = Сұрақтарды жалғастыру

## The answer

answer-title = Жауап
answer-editions = Заңның қай нұсқасы
answer-supposed = Болжам. Жауап мынаны шын деп алады:
answer-as-it-is = Болжамсыз жауап
answer-asks = Ең көп нәрсені шешетін сұрақ:
answer-shortened = Белгісізі тым көп: қай факт пен қай сұрақ шешетіні бұл жауапта көрсетілмеді.
answer-contents = Осы бетте
answer-picture-words = Суреттегінің бәрі сөзбен
answer-who = Кім жауап береді
answer-competing = Бір әрекетке екі норма қатар келеді. Таңдауды құзыретті орган жасайды.
answer-nobody-named = Ешкім аталмаған
answer-rest = Міндеттер, құқықтар, тыйымдар
answer-rest-none = Бұл іске қатысты басқа норма жоқ.
answer-readings = Заңды екі түрлі оқуға болатын жерлер
answer-laws = Үш заң қатар
answer-law = Қай заң сұралды
answer-keep = Сақтау және тапсыру
readings-lead = Әр оқылымның қасында қанша қорытынды өзгеретіні жазылған. Таңдасаңыз, жауап сол оқылым бойынша ашылады.
readings-none = Мұнда ешбір оқылым ештеңені өзгертпейді.
readings-chosen = осылай оқылды
readings-change = { $count ->
    [0] ештеңе өзгермейді
   *[other] { $count } қорытынды өзгереді
}
laws-norm = Норма
laws-sure = Кемінде бір заң бойынша қолданылатын нормалар
laws-open = Ешбір заң бойынша әзірге анықталмаған нормалар
laws-differs = айырма бар
laws-no-norm = ондай норма жоқ
law-edition = Нұсқа
law-hypothetical = ешқашан күшінде болмаған
law-as-of = Күні
law-digest = Нормалар жинағының SHA-256
law-not-seen = Бар, бірақ мәтіні оқылмаған өзгерістер
law-on-day = Басқа күннің заңы
law-on-day-hint = Күні, мысалы 2026-03-01. Әрекет күнінің заңы, не одан жеңіл кейінгі заң қолданылады
law-on-day-go = Сол күн бойынша шешу
law-title = Заң
law-lead = Tarazy білетін нормалар: әрқайсысы үш тілде қайта баяндалған, орны және қайдан оқылғаны көрсетілген. Қайта баяндау – ресми мәтін емес.
law-other-languages = Басқа тілдерде
law-points = Қорытындының тармақтары: { $points }
law-name = Жинақтағы аты: { $id }
kinds-offence = құқық бұзушылықтар
kinds-liability = жауапкершілік
kinds-duty = міндеттер
kinds-prohibition = тыйымдар
kinds-right = құқықтар
kinds-permission = рұқсаттар
kinds-power = өкілеттіктер
kinds-procedure = рәсімдер
kinds-exemption = босату
kinds-institution = институт

## What binds me

binds-title = Мені не міндеттейді?
binds-lead = Рөліңізді таңдаңыз. Содан кейін жүйе туралы бірнеше сұрақ тізімді нақтылайды.
binds-you = Сіз
binds-role = Жүйеге қатысты сіз кімсіз?
binds-role-hint = Бірнешеуін таңдауға болады
binds-go = Көрсету
binds-as = Таңдалған рөл: { $roles }.
binds-other = Басқа рөл таңдау
binds-law = Заң: { $law }.
binds-further = Жүйе және сіз туралы
binds-waiting = Бұған { $count } норма байланысты
binds-leave-open = Білмеймін
binds-narrow = Нақтылау
binds-nothing = Бұл рөлге қатысты норма табылмады.
binds-does = қолданылады
binds-may = мүмкін
binds-depends = Мыналарға байланысты:

## Keep and hand over

keep-title = Сақтау және бөлісу
keep-holder = Сіздің мекенжайыңыз
keep-holder-text = Осы мекенжаймен іске қайта ораласыз. Бетбелгіге қосыңыз.
keep-holder-warning = Мекенжайды жоғалтсаңыз, іс те жоғалады: оны басқаша табу мүмкін емес.
keep-viewer = Тек оқуға арналған мекенжай
keep-viewer-text = Осыны басқаға беруге болады: ол істі оқи алады, бірақ өзгерте алмайды.
keep-files = Файлдар
keep-pdf = Қорытындыны PDF етіп алу
keep-decision = Жауап JSON түрінде
keep-case = Іс JSON түрінде
keep-facts = Барлық жауаптар
keep-copy = Көшірмесін жасап, өзгерту
keep-copy-sample = Бұл мысалды өзгерту үшін өз көшірмеңізді жасаңыз.
keep-copy-shared = Бұл істі сізге тек оқуға берген. Өз көшірмеңізді жасай аласыз.
history-title = Өзгерістер тарихы
history-now = Қазіргі
history-restore = Осыған қайту
change-begun = Іс ашылды
change-copied = Көшірмеден басталды: { $from }
change-described = Сипаттама жазылды
change-person = Тұлға: { $name }
change-removed = Алынып тасталды: { $name }
change-answered = Жауап берілді: { $what }
change-restored = { $number }-нұсқаға қайтарылды
change-other = Өзгеріс
delete-title = Істі жою
delete-warning = Іс тарихымен бірге біржола өшеді. Қайтару мүмкін емес.
delete-go = Біржола жою
delete-keep = Жоймау, іске қайту
delete-done = Іс жойылды
    .text = Ол туралы ештеңе сақталмады.

## About

about-title = Tarazy туралы
    .lead = Таразы – өлшеу құралы. Tarazy заңды шарттары бар нормалар деп, істі белгілі не белгісіз фактілер деп оқиды да, екеуін өлшейді.
about-verdicts = Төрт қорытынды
    .text = «Қолданылады» және «қолданылмайды» белгісіздің бәрі қалай шешілсе де солай қалады. «Белгісіз» дегенде оны шешетін фактілер аталады. «Бәсекелес» – бір әрекетке екі норма бірден келгенде.
about-sources = Дереккөздер
    .text = Әр норма ресми мәтіннен оқылды ма, басқадан белгілі ме, әлде ұсыныс па – жауаппен бірге айтылады. Оқылмаған өзгерістер болжанбай, аталады.
about-limits = Шегі
    .text = Tarazy кінәні шешпейді. Бұл – заң кеңесі де, сот не орган шешімі де емес. Шешімді құзыретті адам қабылдап, қол қояды.
about-open = Ашықтық
    .text = Нормалар мен код ашық (MIT немесе Apache-2.0). Жауапты кез келген адам сол жинақпен қайта шығарып, тексере алады.
accessibility-title = Қолжетімділік
    .lead = Бұл беттерді бәрі қолдана алуы керек: пернетақтамен, экран оқитын бағдарламамен, шағын телефонда, скриптсіз.
accessibility-how = Не істелді
    .text = Мақсат – WCAG 2.2 AA. Барлық бет үш тілде, скриптпен және скриптсіз автоматты түрде тексеріледі. Ештеңе түспен ғана айтылмайды. Суреттегінің бәрі сөзбен де бар.
accessibility-known = Білетін кемшілігіміз
    .text = Беттер қолданушылармен әлі сыналған жоқ. Автоматты тексеру бәрін таппайды.
accessibility-tell = Кедергі тапсаңыз
    .text = Осы тораптың иесіне айтыңыз: қай бетте, не істегіңіз келді, не кедергі болды.
privacy-title = Деректеріңіз
    .lead = Не сақталатыны және оны кім көретіні.
privacy-kept = Не сақталады
    .text = Сіз жазған іс пен оның тарихы – осы серверде, бір файлда. Cookie жоқ, тіркелгі жоқ, басқа торапқа сұрау жоқ.
privacy-addresses = Мекенжай – кілт
    .text = Істің мекенжайы – 128 кездейсоқ бит. Серверде кілттің өзі емес, одан есептелген мән сақталады. Журналға мекенжай жазылмайды.
privacy-deleted = Жою
    .text = Істі кез келген сәтте өзіңіз жоясыз: файлдағы орны да тазаланады.
privacy-not = Жазбаңыз
    .text = Аты-жөн, ЖСН, диагноз сияқты дербес деректер қажет емес: белгі жеткілікті.

## The interface for programs

api-title = Бағдарламаларға
api-lead = Беттегі жауап JSON түрінде: бір сұрау – бір іс. Пішімі пәрмен жолындағы --json пішімімен бірдей.
api-try = Байқап көріңіз
api-english = Төмендегі сипаттама ағылшынша: ол бағдарламалар оқитын құжаттан алынған.

## Заң браузерде: редакциялар, баптар, кемшіліктер, іздеу

law-editions = Редакциялар
law-all-editions = Барлық редакция
law-articles-count = { $count } бап
law-findings-count = { $count } кемшілік
law-findings-of = { $count ->
    [0] Тексеруде кемшілік табылмады
   *[other] Тексеруде табылған кемшілік: { $count }
}
law-findings-title = Заңның кемшіліктері
law-findings-lead = Тексеру әр редакцияны оқып, осы түрдегі кемшіліктерді іздейді. Әрқайсысы нормалардың өзінен шығады, ал көрсетуге болатын жерде мысал беріледі.
law-stands-on = Негізі:
law-notes = Бапқа жатпайтын ескертпелер
law-taken-over = { $act }: өзгеріссіз ({ $count })
law-search-title = Заңнан іздеу
law-search-label = Заңнан іздеу
law-search-hint = Үш тілдің кез келгеніндегі сөз, кез келген тұлғада, немесе баптың нөмірі
law-search-go = Іздеу
law-search-ignored = бап баптың бабы бөлік бөлігі тармақ тармағы тармақша тармақшасы
law-search-count = { $count ->
    [0] Ештеңе табылмады.
   *[other] { $count } ереже табылды.
}
law-search-near = Мүмкін, мынаны іздедіңіз:
law-search-more = тағы { $count } бар; іздеуді тарылту үшін сөз қосыңыз
law-missing = Заңда мұндай орын жоқ
law-missing-text = Мұнда «{ $name }» деген ештеңе жоқ.
law-missing-article = Бұл редакцияда { $article }-бап жоқ: { $edition }.
law-missing-near = Мүмкін, іздегеніңіз мынау
law-weight = Маңыздылығы
law-all-weights = Барлығы
law-classes = Кемшілік түрлері
law-all-classes = барлық түрін көрсету
law-count-of = { $what }: { $count }
law-findings-more = Осы түрдегі тағы { $count } кемшілік
law-class-example = Мысал
law-class-example-lead = Ойдан шығарылған шағын заң. Сызылып тасталғаны – қате жері, асты сызылғаны – түзетуі; тексеру түспен белгіленген жолды көрсетеді.
law-finding-example = Мысал
law-compare-open = Екінші редакция бойынша шешілмей қалған кемшіліктер: { $count }
law-found = Қай жерде табылды
law-found-nothing = Мұндай кемшілік табылмады.
law-undecided = { $count } сұрақ жауапсыз қалды: оларға тым көп уақыт керек болар еді.
law-margin = Кемшіліктер
law-from-edition = мына редакциядан өтті: { $edition }
law-in-editions = Осы бап басқа редакцияларда
law-bound = Мұнда кім туралы айтылған
law-bound-role = Міндеттері мен құқықтары: { $role }
law-around = Басқа баптар
law-previous = Алдыңғысы: { $article }
law-next = Келесісі: { $article }
law-to-article = Бапқа өту
law-machine = Машина мұны қалай оқиды
law-block = Машинаға арналған жазба
law-link-procedure = Тәртібі
    .from = Мына норманың тәртібі
law-link-remedy = Қорғау жолы
    .from = Мына норманы қорғау жолы
law-link-sanction = Бұзған адам мына норма бойынша жауап береді
    .from = Мына норманы бұзғаны үшін жазалайды
law-link-answers-to = Мына нормаға жауап
    .from = Оған жауап беретін норма
law-compare-title = Редакциялар қатар
law-compare-with = Басқа редакциямен салыстыру
law-sandbox-title = Тұжырымды сынап көру

relations-summary = Заңның { $norms } элементі, { $links } байланыс.
relations-title = Нормалар қалай байланысқан: { $what }
relations-same = Сол – кесте түрінде
relations-from = Қайдан
relations-means = Байланыс
relations-to = Қайда
relations-who = Кім: { $roles }
relations-bears = орындайды
relations-many = { $count } нормадан ерекше жағдай
relations-sanction = Бұзғаны үшін жазалайды
relations-procedure = Тәртібі
relations-remedy = Қорғау жолы
relations-answers-to = Мынаған жауап
relations-except = Мынаған орын береді
relations-instead = Оның орнына
relations-proviso = Ескертпемен
relations-savings = Заңды түрде қатар тұрады, негізі
relations-beside = Қатар
relations-of-edition = Барлық байланысты норманың суреті
relations-lead = Әр сызық – норма атап өткен байланыс. Сызықтың қайда апаратыны карточкада айтылған, ал төмендегі кесте бәрін сөзбен қайталайды.
relations-none = Бұл редакцияда бірде-бір норма басқасымен байланыспаған.
relations-links = Нормалар арасындағы байланыс
law-compare-a = Бірінші редакция
law-compare-b = Екінші редакция
law-compare-go = Салыстыру
law-compare-same = Бұл – бір редакция. Басқасын таңдаңыз.
law-compare-lead = «{ $a }» редакциясынан «{ $b }» редакциясына дейін не өзгерді.
law-compare-does = Екеуінің іс жүзіндегі айырмасы
law-compare-texts = Мәтіндер не дейді
law-compare-unchanged = { $count } ереже өзгеріссіз қалды.
law-compare-none = Мәтіндерде айырма жоқ.
law-compare-changed = өзгерді
law-compare-new = жаңа
law-compare-gone = алып тасталды
law-compare-was = алынды:
law-compare-is = қосылды:
law-compare-findings = Әрқайсысының кемшіліктері
law-compare-cured = Жойылған кемшіліктер: { $count }
law-compare-created = Жаңадан пайда болған кемшіліктер: { $count }
law-compare-kept = Қалған кемшіліктер: { $count }
law-sandbox-lead = Заңның бір бетін таңдап, оны басқаша жазып көріңіз. Бүкіл редакция сіздің тұжырымыңызбен тексеріледі, сонда не түзелгені, не пайда болғаны көрінеді. Ештеңе сақталмайды.
law-sandbox-choose = Қай бет?
law-sandbox-how = Мәтінді немесе блоктарды өзгертіңіз. Тұжырымыңыз тек осы нысанда қалады: серверде ештеңе сақталмайды.
law-sandbox-text = Бет
law-sandbox-go = Тексеру
law-sandbox-again = Беттің бастапқы қалпынан қайта бастау
law-sandbox-said = Тексеру не дейді
law-sandbox-not-yet = Бірдеңені өзгертіп, тексеруге жіберіңіз.
law-sandbox-summary = Қате: { $mistakes }. Жойылған кемшілік: { $gone }, жаңасы: { $new }, қалғаны: { $stay }.
law-sandbox-no-mistakes = Бет қатесіз оқылады, мысалдары да онда айтылғандай шығады.
law-sandbox-mistakes = Қателер
law-sandbox-line = { $line }-жол, { $column }-орын:
law-sandbox-more = тағы { $count } қате бар
law-sandbox-crowded = Мысалдар орындалмады: біреуінде { $limit } тұлғадан көп.
law-sandbox-too-long = Бет тым ұзын: ең көбі { $limit } КБ
law-sandbox-try = Осы беттің басқа тұжырымын сынап көру
