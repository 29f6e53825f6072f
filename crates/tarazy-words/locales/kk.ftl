### Таразының қазақша айтатыны. Үш файлда да хабарлар мен айнымалылар бірдей; оны құрастыру кезінде машина тексереді.

## Қателер. Мәні – тақырып, .label орнында тұрады, .also екінші орнында, .help не істеу керегін айтады.

severity-error = қате
severity-warning = ескерту
severity-help = не істеу керек
errors-count = { $errors ->
    [one] { $errors } қате
   *[other] { $errors } қате
}
warnings-count = { $warnings ->
    [one] { $warnings } ескерту
   *[other] { $warnings } ескерту
}
near-hint = { $has-near ->
    [yes] Мүмкін, мынаны айтпақ болдыңыз: { $near }?
   *[no] {""}
}
known-hint = { $has-known ->
    [yes] Мұнда мыналар тұра алады: { $known }.
   *[no] {""}
}

L0101 = Ереже ешбір редакцияға жатпайды
    .label = редакциясы көрсетілмеген
    .also = үстіндегі тақырып
    .help = Тақырыптың астына «edition: АТАУЫ» деп жазыңыз. Беттің бірінші тақырыбының астында тұрса, қалғандары соны мұраланады.
L0102 = Белгісіз кілт
    .label = «{ $key }» деген кілт жоқ
    .help = { near-hint } { known-hint } Бұл жай мәтін болса, алдына бос жол қалдырыңыз.
L0103 = Кілттің мұндай мәні болмайды
    .label = «{ $key }» мәні «{ $value }» бола алмайды
    .help = { known-hint }
L0104 = Ешкім оқымаған мәтін
    .label = көрмеген нәрсе кодталмайды
    .help = Алдымен мәтінді оқыңыз. Ол туралы баспасөзден немесе басқалардан білгеніңіз «secondary» деп белгіленеді.
L0105 = Мазмұны барлық тілде жазылмаған
    .label = мына тілде жазылмаған: { $missing }
    .help = Бір ойды қарапайым сөзбен қазақша (kk), орысша (ru) және ағылшынша (en) айтыңыз.
L0106 = Сілтемені оқу мүмкін емес
    .label = бұл – актідегі орын емес
    .help = Актіні, бапты, ал бар болса, бөлігі мен тармақшасын жазыңыз: «cite: АКТІ БАП pБӨЛІК sТАРМАҚША».
L0107 = Деректің үш тілдегі атауы жоқ
    .label = «{ $name }» атаусыз тұр
    .help = Деректің атауы – оның үстіндегі тақырып. Былай жазыңыз: қазақша / орысша / ағылшынша, қиғаш сызықтың екі жағында бос орын болсын.
L0108 = Ереженің сілтемесі жоқ
    .label = осы тақырыптың астында сілтеме жоқ
    .help = Тақырыптың астына «cite: АКТІ БАП …» деп жазыңыз. Әр ереже заңның қай жерінде тұрғанын айтады.
L0201 = Мұнда басқа сөз тұруға тиіс
    .label = { $found } тұр; керегі: { $expected }
    .help = Керек сөзді қойыңыз немесе алдында артық не түсіп қалған сөз жоқ па, қараңыз.
L0202 = Тырнақша жабылмаған
    .label = жабатын { $close } белгісі жоқ
    .help = Мәтінді сол жолдың өзінде { $close } белгісімен жабыңыз.
L0203 = Бұл таңбадан ешқандай сөз басталмайды
    .label = { $found } мұнда ештеңе білдірмейді
    .help = Алып тастаңыз, тырнақшаға алыңыз немесе # белгісінен кейін түсіндірмеге көшіріңіз.
L0204 = Сан да, күн де емес
    .label = { $found } – күнтізбеде мұндай күн жоқ немесе сан тым үлкен
    .help = Күн былай жазылады: жыл-ай-күн.
L0205 = Бір нәрсе екі рет айтылған
    .label = «{ $clause }» бұған дейін айтылған
    .help = Екеуін біріктіріңіз немесе бірін алып тастаңыз.
L0206 = Бұл сөздің орны мұнда емес
    .label = «{ $kind }» элементінде «{ $clause }» болмайды
    .help = Алып тастаңыз немесе ондай бөлігі бар элемент түрін таңдаңыз.
L0207 = Тым терең қабаттасқан
    .label = { $limit } деңгейден асып кетті
    .help = Шарттың бір бөлігіне «definition» арқылы атау беріп, сол атауды қолданыңыз.
L0301 = Белгісіз атау
    .label = мұнда «{ $name }» деген ештеңе жоқ
    .help = { near-hint } Жазылуын тексеріңіз немесе осы редакцияның не оның негізіндегі редакцияның бетінде жариялаңыз.
L0302 = Атау екі рет берілген
    .label = «{ $name }» атауы бос емес
    .also = алғаш осында берілген
    .help = Басқа атау таңдаңыз. Бұрынғы редакцияның айтқанын өзгерту үшін элементтің алдына «replace» деп жазыңыз.
L0303 = Жақшаның ішіндегісі дұрыс емес
    .label = { $has-expected ->
        [yes] «{ $name }» жақшасында мыналар тұрады: { $expected }
       *[no] «{ $name }» ешкім туралы емес, жақшасында тұлға болмайды
    }
    .help = Жариялауда қанша тұлға болса, сонша тұлғаны сол ретпен атаңыз; «system» мен «act» – тек жарияланған жерде.
L0304 = Ешкім таныстырмаған тұлға
    .label = «{ $name }» деген кім?
    .help = { known-hint } Тағы бір тұлға «some» немесе «every» сөзімен енгізіледі.
L0305 = Белгісіз мән
    .label = «{ $name }» мәні «{ $value }» бола алмайды
    .help = { near-hint } { known-hint }
L0306 = Атау басқа нәрсенікі
    .label = «{ $name }» – басқа нәрсе; керегі: { $expected }
    .help = Мұнда керек нәрсені атаңыз.
L0307 = Ерекшелік ештеңеге қатысты емес
    .label = «{ $name }» деген элемент жоқ
    .help = { near-hint } Ерекшелік кемінде бір элементке қатысты болуға тиіс.
L0308 = Ереже өзіне өзі сүйеніп тұр
    .label = «{ $name }» өзіне қайта әкеледі: { $path } → { $name }
    .help = Осы қадамдардың бірін алып тастаңыз. Сөздің мағынасы сол сөздің өзіне тәуелді болмайды.
L0309 = Бірден үш тұлға
    .label = «{ $name }» үшінші тұлға болар еді
    .help = Бір мезетте екі тұлғадан артық болмайды. Бір бөлігін жеке «definition» етіп шығарыңыз.
L0310 = Өзгертетін ештеңе жоқ
    .label = негізгі редакцияларда «{ $name }» жоқ
    .help = { near-hint } «replace» пен «repeal» осы редакция сүйенген редакциядағы элементті өзгертеді.
L0311 = Бұл жолдың кестеде орны жоқ
    .label = { $found } мұнда келмейді
    .help = Күн бойынша жолдар «from» сөзінен басталып, күндердің ретімен тұрады; мән бойынша жолдар деректің мәндерін атайды.
L0312 = Жалғыз оқылу
    .label = «{ $name }» бір-ақ түрлі оқылады
    .help = Екінші «reading» жазыңыз немесе осыны «when» не «means» арқылы айтыңыз.
L0313 = Салыстыруға келмейді
    .label = салыстыруға болмайды
    .help = Сан санмен, күн күнмен, мән «=» белгісімен немесе «in» сөзімен салыстырылады. Күнге тек жыл, ай және күн қосылады.
L0314 = Мәндер тым көп
    .label = «{ $name }» мәндері { $limit } шегінен асып кетер еді
    .help = Заң ажыратпайтын мәндерді біріктіріңіз немесе екі дерек жасаңыз.
L0315 = Тұлға жоқ жерде тұлға туралы шарт
    .label = «{ $name }» ешкім туралы емес
    .help = Норма кімге арналғанын айтпайды, сондықтан оның шарттары мен ерекшеліктері «p» тұлғасын атай алмайды. «bearer» қосыңыз немесе «some q: …» арқылы сұраңыз.
L0401 = Қасиет басқаша болып шықты
    .label = { $has-readings ->
        [yes] күтілгені: { $expected }; { $edition } редакциясында – { $found }, мынадай оқылуда: { $readings }
       *[no] күтілгені: { $expected }; { $edition } редакциясында – { $found }
    }
    .help = Бұған қарсы келетін жағдайды қараңыз. Не ереже қате кодталған, не күткеніңіз қате – онда заңның өзі сондай.
L0402 = Мысал басқаша болып шықты
    .label = { $has-found ->
        [yes] { $edition } редакциясында шыққаны: { $found }
       *[no] { $edition } редакциясында басқаша шықты
    }
    .help = Мысалдың деректерін қараңыз: онда жоғы – белгісіз. Толық болса, ереже қате кодталған.
C0101 = Істі оқу мүмкін емес
    .label = { $message }
    .help = Іс – бір TOML немесе JSON құжаты. Барлық өрісі бар үлгіні «tarazy case template» шығарады.
C0102 = Белгісіз өріс
    .label = мұнда «{ $field }» деген өріс жоқ
    .help = { near-hint } { known-hint } Барлық өрісі бар үлгіні «tarazy case template» шығарады.
C0103 = Өрістің мұндай мәні болмайды
    .label = «{ $field }» мәні { $found } бола алмайды
    .help = { known-hint }
C0104 = Істе жоқ тұлға
    .label = істе «{ $name }» деген тұлға жоқ
    .help = { near-hint } { known-hint } Тұлғаны [persons.{ $name }] деп қосыңыз немесе атын түзетіңіз.
C0105 = Дерек өз орнында емес
    .label = «{ $field }» мұнда тұрмайды
    .help = Оны { $belongs } бөліміне көшіріңіз.
C0106 = Істе ешбір тұлға жоқ
    .label = ешкім аталмаған
    .help = Кемінде бір тұлғаны атаңыз: [persons.АТЫ].
C0107 = Тұлғалар тым көп
    .label = тұлғалар саны { $limit } шегінен асып кетті
    .help = Тек сұрақ қатысты тұлғаларды қалдырыңыз.
C0108 = Мағынасыз күту
    .label = «{ $field }» деген редакция да, норма да жоқ
    .help = { near-hint } { known-hint }

## Жоғарыдағы хабарлардың сөздері

word-slot-name = атау
word-slot-number = сан
word-slot-date = күн
word-slot-clause = ереженің бөлігі
word-slot-condition = шарт
word-slot-fact = дерек
word-slot-person = тұлға
word-end = блоктың соңы
word-something-else = басқа нәрсе
word-norm = норма
word-table = кесте
word-fact = дерек
word-definition = анықтама
word-date = күн
word-named-values = мәндері аталған дерек
word-yes-or-no = «иә не жоқ» дерегі
word-the-fact-by-which-the-table-is-looked-up = кестеге қарайтын дерек
word-proved = дәлелденді
word-refuted = теріске шықты
word-undecided = шешілмеді

## Заңдағы орындар. Әр бөлік өзін алдыңғысынан бөлетін белгіні өзімен бірге әкеледі.

cite-article-code = {" "}{ $n }-бап
cite-article-law = , { $n }-бап
cite-part = , { $n }-бөлік
cite-point = , { $n }-тармақ
cite-subparagraph = , { $n }) тармақша
source-primary = ресми мәтін
source-secondary = екінші қолдан белгілі
source-proposed = ұсыныс
source-proposed-by = ұсыныс, { $who }
word-institute-of-parliamentarism = Парламентаризм институты
word-tarazy = Таразы
and-list = { $first } және { $last }
or-list = { $first } немесе { $last }

## Команда.

case-not-found = «{ $name }» деген іс жоқ: мұндай файл да, бума да, үлгі де табылмады. { near-hint }
case-template-intro =
    Іс: бір ЖИ жүйесінің бір әрекеті және оның айналасындағы адамдар.
    Білетініңіздің алдындағы # белгісін алып, жауабын жазыңыз. Тимегеніңіз «сұралмаған» болып қалады.
    "unknown" (сұралды, ешкім білмейді) немесе {"{"} disputed = [true, false], by = "…" {"}"} (даулы) деп те жазуға болады.
case-expectation-failed = { $case }, { $edition }: { $norm }, { $person } – { $found }, ал істе күтілгені { $expected }
case-expectations = Іс: { $cases }; орындалған күтім: { $met }, орындалмағаны: { $failed }
no-law-on-day = { $day } күні заңның ешбір редакциясы қолданыста болмаған. Редакцияны тұтас алыңыз: --edition.
nothing-to-ask = Жауабы бірдеңені шешетін, адамға қоятын сұрақ қалмады.
law-check-edition = { $edition }: норма – { $norms }, анықтама – { $definitions }, ерекшелік – { $exceptions }; мысал – { $examples }, ондағы күтім – { $expectations }; қасиет: дәлелденгені – { $proved }, теріске шығарылғаны – { $refuted }
law-check-good = Бет саны: { $files }, бәрі дұрыс. Таңбасы { $digest }
law-fmt = Бет саны: { $pages }, қайта реттелгені: { $changed }
law-fmt-check = Бет саны: { $pages }, реттелмегені: { $changed } (оны tarazy law fmt реттейді)
law-show-unknown = { $edition } редакциясында «{ $name }» деген ештеңе жоқ. { near-hint }
no-such-code = { $code } деген хабар жоқ. Барлары: { $known }
batch-broken = Оқылмаған жолдар: { $lines } жолдың { $broken }; себебі жауаптарында айтылған

## Заңның өзі

show-who = Кім (p)
show-names-nobody = Кім: мәтін ешкімді атамайды
show-toward = Кімнің алдында (q)
show-reviewer = Кім қайта қарайды (q)
show-when = Қашан
show-means = Мағынасы
show-unless = Мына жағдайда қолданылмайды
show-scope = Тек мына шекте
show-follows = Салдары
show-presumed = Белгілі болғанша былай есептеледі
show-beside = Басқалармен қатар тұруы заңды
show-reaches-back = Жеңілдететін кейінгі заңның кері күші бар
show-touches = Неге қатысты
show-instead = Неге сілтейді
show-role = Рөл
show-fact = Дерек
show-all-of = мыналардың бәрі
show-any-of = мыналардың бірі болса да
show-none-of = мыналардың ешқайсысы
show-not-all-of = мыналардың бәрі бірге емес
show-somebody = мынадай { $who } тұлғасы бар
show-nobody = мынадай { $who } тұлғасы жоқ
show-not = олай емес: { $what }
show-always = әрқашан
show-never = ешқашан
show-term = { $what } { $name } [{ $id }]{ $persons }
show-if = { $what }, егер
show-edge = { $what }{ $name }, { $place } [{ $id }]
in-force-since = { $day } күнінен бастап күшінде
in-force-until = { $day } күніне дейін
fine-by = «{ $fact }» бойынша айыппұл
fine-none = сома жоқ
property = { $name } ({ $id }){ $readings }: { $outcome }
property-proved = дәлелденді
property-undecided = берілген қадам шегінде шешілмеді
property-refuted = { $has-norms ->
    [yes] теріске шықты ({ $norms })
   *[no] теріске шықты
}: { $facts }

## Күн, сома, мерзім

date = { $year } жылғы { $day } { $month ->
    [1] қаңтар
    [2] ақпан
    [3] наурыз
    [4] сәуір
    [5] мамыр
    [6] маусым
    [7] шілде
    [8] тамыз
    [9] қыркүйек
    [10] қазан
    [11] қараша
   *[12] желтоқсан
}
term-years = { $n } жыл
term-months = { $n } ай
term-days = { $n } күн
term-working-days = { $n } жұмыс күні
term-koap-days = { $n } тәулік
deadline-immediately = дереу
deadline-within = { $term }
deadline-every = { $term } сайын
deadline-from = , есептеудің басы – { $what }
word-mci = АЕК
word-tenge = теңге
fine = { $range ->
    [yes] { $from }–{ $to }
   *[no] { $from }
} { $unit } айыппұл
fine-in-tenge = { $fine } = { $range ->
    [yes] { $from }–{ $to }
   *[no] { $from }
} теңге
fine-rate = , бір көрсеткіш { $rate } теңге, күні – { $day } ({ $what }; { $rule })
fine-rate-unknown = , теңгемен сомасы белгісіз: күні немесе сол күнгі көрсеткіш мөлшері белгісіз
fine-none-for-some = ; мүмкін субъектілердің кейбіріне мәтінде сома көрсетілмеген
arrest = { $days } тәулікке дейін қамаққа алу
measure-suspension = қызметті тоқтата тұру
measure-prohibition = қызметке тыйым салу
measure-compensation = залалды өтеу
measure-correction = түзету
measure-referral = материалдарды құзыретті органға жолдау
measure-disqualification = құқықтан айыру
by-proviso = , негізі – { $rule }
possibly = мүмкін, { $what }
later-law = { $edition }, { $day }: { $norm } { $says }. { $compared ->
    [milder] Бұл заң жеңілірек
    [harsher] Бұл заң қатаңырақ
    [same] Бұл заң да сондай қатаң
   *[not-comparable] Қайсысы жеңілірек екенін айту мүмкін емес
}{ $governs ->
    [yes] {" "}және кері күші бар, сондықтан осы заң қолданылады ({ $rule }).
   *[no] {" "}({ $rule }).
}

## Деректер

quoted = «{ $text }»
somebody-unnamed = істе аталмаған біреу
fact-is = { $fact }: { $value }
fact-needed = { $fact }; керегі: { $value }
fact-of = { $person } – { $fact }
fact-between = { $first } → { $second } – { $fact }
reading-of = { $what } дегеннің оқылуы
others-took-part = тағы біреу қатысты
same-person = { $persons } – бір тұлға
day-known = { $what } ({ $day })
value-yes = иә
value-no = жоқ
value-not-applicable = қолданылмайды
value-any = кез келгені
date-from = { $a } немесе одан кейін
date-below = { $b } күнінен бұрын
date-between = { $a } күнінен бастап, { $b } күнінен бұрын
number-from = { $a } немесе одан көп
number-below = { $b } санынан аз
number-between = { $a } немесе одан көп, бірақ { $b } санынан аз
known-established = анықталған
known-denied = мынадан басқасы: { $values }
known-not-asked = сұралмаған
known-unknown = сұралған, ешкім білмейді
known-disputed = даулы
known-not-applicable = қолданылмайды
known-evidence = растайтыны: { $what }
known-by = айтқан: { $what }
known-supposed = болжам, іс материалында жоқ
known-assessed = баға

## Бір сөйлеммен жауап

norm-cited = «{ $norm }»
may-answer = { $count ->
    [one] { $who }
   *[other] { $who }
} { $norm } { $many ->
    [yes] нормалары
   *[no] нормасы
} бойынша жауапты болуы мүмкін
names-nobody = { $norm } нормасы қолданылады, бірақ кім жауап беретінін атамайды
norms-compete = { $count ->
    [one] нормалар бәсекелеседі: { $who } { $norms } нормалары бойынша жауапты болуы мүмкін, ал қайсысы жол беретінін заң айтпайды
   *[other] нормалар бәсекелеседі: { $who } { $norms } нормалары бойынша жауапты болуы мүмкін, ал қайсысы жол беретінін заң айтпайды
}
more-norms-apply = { $count ->
    [one] тағы бір норма қолданылады
   *[other] тағы { $count } норма қолданылады
}
more-norms-open = { $count ->
    [one] тағы бір норма туралы әзірге айту мүмкін емес: { $norm }, белгісізі: { $facts }
   *[other] тағы { $count } норма туралы әзірге айту мүмкін емес; қолданылуға ең жақыны – { $norm }, белгісізі: { $facts }
}
cannot-be-said = кім жауап беретінін әзірге айту мүмкін емес; қолданылуға ең жақыны – { $norm }, белгісізі: { $facts }
no-consequence = салдары аталмаған
nobody-answers = бұл редакция бойынша ешкім жауап бермейді
and-more = { $count ->
    [one] { $items }; және тағы біреуі
   *[other] { $items }; және тағы { $count }
}

## Қорытындылар, түрлер, редакциялар

verdict-applies = қолданылады
verdict-does-not-apply = қолданылмайды
verdict-unknown = анықталмаған
verdict-competing = бәсекелеседі
verdict-line = { $kind } { $name }, { $norm }{ $person }: { $verdict }
because-facts = {" "}– { $facts }
missing-facts = ; белгісізі: { $facts }
and-more-in-line = { $items } және тағы { $count }
because-rivals = қарсы норма – { $norms }
because-exception = ерекшелік { $name } ({ $place })
because-outside = қолданылу аясынан тыс: { $name } ({ $place })
only-here = . Басқа редакцияларда мұндай норма жоқ
none-applies = { $count ->
    [one] бұл редакциядағы жауаптылық туралы жалғыз норма ешкімге қолданылмайды
   *[other] бұл редакциядағы жауаптылық туралы { $count } норманың бірде-бірі ешкімге қолданылмайды
}
no-answering-norm = бұл редакцияда құқық бұзушылық та, жауаптылық та жоқ
why-they-differ = Неге әртүрлі
kind-right = құқық
kind-duty = міндет
kind-prohibition = тыйым
kind-permission = рұқсат
kind-power = өкілеттік
kind-procedure = рәсім
kind-liability = жауаптылық
kind-offence = құқық бұзушылық
kind-exemption = босату
kind-institution = институт

## Толық жауап

head-source = Деректердің көзі
head-law = Заң
head-edition = { $edition } ({ $name } редакциясы)
head-hypothetical = Бұл редакция ешқашан күшінде болған емес.
head-as-of = Мына күнгі жағдайы
head-readings = Былай оқылды
head-supposed = Болжанды, іс материалында жоқ
head-not-seen = Оқылмаған
head-corpus = Нормалар жинағының таңбасы
chapter-competing = бәсекелесетін нормалар
chapter-applies = қолданылатын нормалар
chapter-unknown = анықталмаған
chapter-does-not-apply = қолданылмайтын нормалар
chapter-not-yet = Бүгін заң, бірақ әрекет жасалған күні заң емес еді
since = {" "}(басталуы: { $day })
who-and-why = { $who } ({ $why })
names-no-person = Нақты тұлға аталмаған
note-competing = мынамен бәсекелеседі
note-follows = салдары
note-would-follow = қолданылса, салдары
note-deadline = мерзімі
note-body = құзыретті орган
note-procedure = рәсімі
note-remedy = қорғау шарасы
note-sanction = жазасы
note-assessment = бағаға сүйенеді: заңның ашық ұғымын сұраққа жауап берген адам бағалаған
note-presumed = белгілі болғанша
presumed = «{ $fact }» деп есептеледі ({ $rule })
note-later = кейінгі заң
note-applies-if = қолданылады, егер
note-applies-if-any = қолданылады, егер мыналардың бірі болса
note-does-not-apply-if = қолданылмайды, егер
note-does-not-apply-if-any = қолданылмайды, егер мыналардың бірі болса
note-or-if = немесе егер
more-ways = { $count ->
    [one] тағы бір жолы бар
   *[other] тағы { $count } жолы бар
}
note-contested = бұған дейін сұралған
note-would-apply-with = мына жағдайда қолданылар еді
note-would-not-apply-with = мына жағдайда қолданылмас еді
note-why = неге
wait-for = { $count ->
    [one] Бір норма мыналарға байланысты: { $facts }
   *[other] { $count } норма мыналарға байланысты: { $facts }
}
wait-alone = { $count ->
    [one] Бір норма өз жауабын күтеді:
   *[other] { $count } норманың әрқайсысы өз жауабын күтеді:
}
ask-next = Енді не сұрау керек
not-a-decision = Бұл – берілген деректер туралы нормалардың айтатыны. Бұл соттың не органның шешімі емес және ешкімді кінәлі деп танымайды.

## Негіздер

step = { $what } { $name }, { $place }{ $persons }: { $holds }
step-own-conditions = өз шарттары: { $holds }
step-own-exception = өз ерекшелігі: { $holds }
step-applies = норма
step-met = норма шарттары
step-definition = анықтама
step-carve-out = ерекшелік
step-displacement = басқа норманың басымдығы,
step-proviso = ескертпе
step-savings = қатар тұруы заңды,
step-scope = қолданылу аясы
step-presumption = презумпция
step-retroactivity = кері күш
truth-applies = { $truth ->
    [yes] қолданылады
    [no] қолданылмайды
   *[open] анықталмаған
}
truth-met = { $truth ->
    [yes] орындалған
    [no] орындалмаған
   *[open] анықталмаған
}
truth-definition = { $truth ->
    [yes] сай келеді
    [no] сай келмейді
   *[open] анықталмаған
}
truth-scope = { $truth ->
    [yes] кіреді
    [no] кірмейді
   *[open] анықталмаған
}
truth-exception = { $truth ->
    [yes] қолданылады
    [no] қолданылмайды
   *[open] анықталмаған
}
truth-mark = { $truth ->
    [yes] солай
    [no] олай емес
   *[open] анықталмаған
}
each-holds-for = мына тұлға үшін солай: { $person }
each-nobody = ешкім үшін олай емес
each-open = біреу үшін солай ма – анықталмаған
either-way = { $fact } – белгісіз, бірақ қандай жауап болса да нәтижесі бірдей
if-so = егер { $fact }
as-above = { $what } (жоғарыда)

## Редакцияларды қатар қою

cell-applies = қолданылады
cell-competing = бәсекелеседі
cell-unknown = анықталмаған
cell-does-not-apply = жоқ
cell-none = –
compare-legend = ≠ редакциялар әртүрлі айтады; – редакцияда мұндай норма жоқ
compare-others = { $edition }: міндет, құқық және басқа нормалардан { $applies } қолданылады, { $open } анықталмаған

## Сұрақтар

question-about = Кім туралы: { $persons }
question-answers = Жауап нұсқалары: { $answers }
question-assessed = Бұл – заңның ашық ұғымы: жауап баға болады.
question-how = Іс файлында:
question-settles = Ашық тұрған қорытынды – { $of }, бұл жауап шеше алатыны – { $settles }.
question-others = Істе аталған тұлғалардан басқа біреу қатысты ма?
answer-date = күн
answer-date-written = ЖЫЛ-АЙ-КҮН
answer-number = бүтін сан
answer-number-written = САН

## Істің көлемі

C0109 = Іс тым үлкен
    .label = { $limit } МБ-тан асады
    .help = Іс – бір әрекет және оған қатысы бар тұлғалар. Қосымшаларды іске салмай, дәлел ретінде атаңыз.
C0110 = Тым ұзын
    .label = «{ $found }» ұзындығы { $limit } таңбадан асады
    .help = Қысқартыңыз. Ұзын құжат бөлек сақталады, ал істе дәлел ретінде аталады.
C0111 = Мәндер тым көп
    .label = тізімде { $limit } мәннен көп
    .help = Маңызды мәндерді ғана қалдырыңыз.
C0112 = Өріс екі рет жазылған
    .label = «{ $field }» өрісі мұнда бұрыннан бар
    .help = Екеуінің бірін ғана қалдырыңыз.
C0113 = Қателер тым көп
    .label = алғашқы { $limit } қате көрсетілді, істің қалғаны оқылмады
    .help = Оларды түзетіп, қайталап көріңіз. Бәлкім, бұл файл мүлде іс емес: үлгіні «tarazy case template» шығарады.

## Істің суреті

pic-system = ЖИ жүйесі
pic-act = Не болды
pic-persons = Тұлғалар және олардың рөлі
pic-norms = Нормалар: { $law }
pic-maybe = { $what }?
pic-maybe-said = { $what } (анықталмаған)
pic-supposed = { $what } (болжам)
pic-no-role = рөлі белгісіз
pic-applies = жауапты болуы мүмкін
pic-competing = нормалар бәсекелеседі
pic-unknown = әзірге анықталмаған
pic-names-nobody = кім жауап беретіні айтылмаған
pic-more = { $count ->
    [one] тағы { $count } норма қолданылады немесе әзірге анықталмаған
   *[other] тағы { $count } норма қолданылады немесе әзірге анықталмаған
}
pic-note = Бұл – берілген деректер туралы нормалардың айтатыны. Бұл шешім емес, мұнда ешкім кінәлі деп танылмайды.
pic-person-said = { $person }: { $what }.
pic-applies-said = мына норма бойынша жауапты болуы мүмкін: { $norms }
pic-competing-said = нормалар бәсекелеседі: { $norms }
pic-unknown-said = мына нормалардың қолданылатын-қолданылмайтыны әзірге анықталмаған: { $norms }
pic-free-said = жауаптылық туралы ешбір норма бұл тұлғаға қолданылмайды
pic-norm-said = { $number }. { $heading } ({ $kind }, { $place }): { $what }.

## HTTP бойынша бас тарту. Мәтіннің өзі – тақырып, .detail толығырақ айтып, не істеу керегін көрсетеді.

problem-bad-request = Сұрауды түсіну мүмкін болмады
    .detail = Сұраудың мекенжайы, тақырыптары немесе мазмұны дұрыс емес.
problem-unknown-parameter = Белгісіз параметр
    .detail = Мұнда «{ $name }» деген параметр жоқ. Барлары: { $known }.
problem-bad-parameter = Параметрдің мұндай мәні болмайды
    .detail = «{ $name }» мәні «{ $value }» бола алмайды. Болатыны: { $known }.
problem-parameter-twice = Параметр екі рет берілген
    .detail = «{ $name }» тек бір рет берілуі мүмкін.
problem-parameters-collide = Параметрлер бірін-бірі жоққа шығарады
    .detail = Не «{ $name }», не «{ $other }» параметрін беріңіз, екеуін қатар емес.
problem-not-utf8 = Мәтінді оқу мүмкін емес
    .detail = Жіберілгені UTF-8 кодталуындағы мәтін емес.
problem-bad-host = Сұраудың кімге жіберілгені түсініксіз
    .detail = Сұрауда дәл бір Host тақырыбы болуға тиіс: аты не мекенжайы, қажет болса, порты.
problem-cross-site = Басқа сайттан жіберілген
    .detail = Мұнда бірдеңені тек өз беттеріміз арқылы өзгертуге болады. Бетті осы жерден ашып, қайталап көріңіз.
problem-forbidden = Бәріне бірдей ашық емес
    .detail = Бұл мекенжай сіз үшін жабық.
problem-not-found = Мұнда ештеңе жоқ
    .detail = Мұндай мекенжай жоқ. Жазылуын тексеріңіз: істердің мекенжайы ұзын, әр таңбасы маңызды.
problem-method-not-allowed = Бұл мекенжайды олай қолдануға болмайды
    .detail = Мекенжай мыналарды қабылдайды: { $allow }.
problem-stalled = Сұрау уақытында жетпеді
    .detail = Жіберу тым ұзақ үзіліп қалды. Қайталап көріңіз.
problem-conflict = Осы арада өзгеріп кеткен
    .detail = Мұны сізден бұрын біреу өзгертіпті. Қайта жүктеп, өзгерісіңізді қайталаңыз.
problem-gone = Ол енді мұнда жоқ
    .detail = Осы мекенжайда болған нәрсе жойылған.
problem-too-large = Көлемі тым үлкен
    .detail = Жіберілгені осы мекенжай қабылдайтыннан үлкен.
problem-unsupported-media-type = Мұндай түрдегі мазмұн қабылданбайды
    .detail = { $has-known ->
        [yes] Мекенжай мыналарды қабылдайды: { $known }.
       *[no] Мазмұнды осы мекенжай қабылдайтын түрде жіберіңіз.
    }
problem-misdirected = Сұрау басқаға арналған
    .detail = Бұл сервер ондай атпен жауап бермейді.
problem-bad-case = Іс қатемен жазылған
    .detail = { $errors ->
        [one] Істе { $errors } қате бар; ештеңе шешілген жоқ.
       *[other] Істе { $errors } қате бар; ештеңе шешілген жоқ.
    }
problem-no-law-on-day = Ол күні заң болмаған
    .detail = { $day } күні заңның бірде-бір редакциясы күшінде болмаған.
problem-too-many-requests = Сұраулар тым көп
    .detail = Сәл күтіп, қайталап көріңіз.
problem-internal = Қате біздің тарапта
    .detail = Мұнда бірдеңе дұрыс болмады. Сұраудың нөмірін хабарласаңыз, қатені табамыз.
problem-unavailable = Қазір қолжетімсіз
    .detail = Сәл кейінірек қайталап көріңіз.
problem-too-slow = Жауап тым ұзаққа созылды
    .detail = Жауап уақытында дайын болмады. Сәл кейінірек қайталаңыз немесе азырақ сұраңыз.

## Қағаздағы қорытынды

paper-title = Қорытынды
paper-catalogue = Қорытынды: { $title }
paper-not-a-decision = Соттың не органның шешімі емес
paper-case = Іс
paper-written-on = Жазылған күні
paper-address = Осы жауапты мына жерден көруге болады
paper-summary = Не болды
paper-answer = Жауап
paper-persons = Тұлғалар
paper-person = Тұлға
paper-roles = Рөлдері
paper-no-role = анықталған рөлі жоқ
paper-chapter-competing = бәсекелесетін жауаптылық нормалары
paper-chapter-applies = қолданылатын жауаптылық нормалары
paper-chapter-unknown = анықталмаған: қолданылуға ең жақын жауаптылық нормалары
paper-open = Анықталмаған: жауаптылық туралы өзге нормалар
paper-applying = Қолданылатын міндеттер, құқықтар және өзге нормалар
paper-open-others = Анықталмаған: міндеттер, құқықтар және өзге нормалар
paper-facts = Деректер
paper-not-yet = Әрекет жасалған күні әлі күшінде болмаған нормалар
paper-not-applying = Қолданылмайтын жауаптылық нормалары
paper-annex = Тексеруге арналған мәлімет
paper-fact = Дерек
paper-value = Мәні
paper-state = Жай-күйі
paper-basis = Негізі
paper-not-given = көрсетілмеген
paper-state-denied = жоққа шығарылған
paper-state-supposed = болжам
paper-act = Әрекет
paper-system = Жүйе
paper-between = Тұлғалар арасында
paper-norm = Норма
paper-norms = Нормалар
paper-says = Мазмұны
paper-source = Мәтіннің көзі
paper-consequence = Қолданылса, салдары
paper-missing = Қолданылуы үшін белгісіз тұрғаны
paper-who = Кімге қатысты
paper-why-not = Неге қолданылмайды
paper-otherwise = Қай жағдайда қолданылар еді
paper-waits = Қалың әріппен – нені білу керегі; одан кейін – соған байланысты нормалар және олар кімге қатысты.
paper-since = Қашаннан бері күшінде
paper-why-cut = Неге (шешуші деректер)
paper-no-findings = Бұл редакцияда іске қатысты норма табылмады.
paper-editions = Редакция және оның негізі
paper-format = Жауаптың пішімі
paper-made-by = Жасаған бағдарлама
paper-sign = Қол қою
paper-sign-name = Тегі, аты, әкесінің аты
paper-sign-position = Лауазымы
paper-sign-date = Күні
paper-sign-signature = Қолы

## The server

serve-ready = Tarazy дайын: { $address } (тоқтату үшін Ctrl+C)

paper-not-found = не шешетіні табылмады

## What a provision says beyond its conditions

show-content = { $kind ->
    [right] Нені талап етуге болады
    [prohibition] Неге тыйым салынады
   *[other] Не істеу керек
}
show-joined = аталған тұлғаларды байланыстыратын сөз
show-joined-and = «және»
show-joined-or = «немесе»
show-joined-and-or = «және (немесе)»
show-refers = Неге сүйенеді
show-says = Мәтінде қалай аталады
show-establishes = Нені анықтайды
show-reason = Мына жағдайлар үшін жасалған
show-act = Акт
show-rank = дәрежесі
show-covers = реттейтін саласы
show-replaced = орнына келген акт
show-relations = Басқа актілермен арақатынасы
show-relation = актілердің арақатынасы
show-acts = Мына актілердің арасында
show-tells-stage = бұзушылықтың қай кезеңде болғанын көрсетеді
show-tells-cause = бұзушылықтың неден болғанын көрсетеді
show-tells-abroad = біреудің немесе бір нәрсенің ел аумағынан тыс екенін көрсетеді
show-feasible = мынадай тұлғаның ғана қолынан келеді: { $who }
show-feasible-nobody = мұны ешкім орындай алмайды
show-excluded = мына жағдайда болуы мүмкін емес: { $fact }: { $value }
show-meaning-not-stated = заңның мағынасы мәтінде ашылмаған сөзі
word-yes-or-no-fact-about-a-person = бір тұлға туралы «иә не жоқ» дерегі

## Түзету ұсыныстары

repair-special = Арнаулы норма бірінші қолданылады: ол қолданылатын жерде жалпы норма орын береді
repair-own-conduct = Тұлға өз әрекеті үшін жауап берсе, екінші норма оған қолданылмайды
repair-exactly-where = Норма оның орнына басқасы қолданылатын жерде ғана орын береді
repair-sanction = Міндет сол тұлғаларға қолданылатын жауаптылыққа байланысады
repair-repeal = Ештеңе қоспайтын норма немесе ұғым алынып тасталады
repair-drop = Шарттан бір бөлік алынып тасталады
repair-re-point = Сілтеме ескі актінің орнына келген актіге беріледі
repair-align = Екі мерзім бірдей болады
repair-slot-consequence = Бұзғаны үшін не болатынын белгілеу керек: [салдары]
repair-slot-right = Құқықты жүзеге асыру жолын белгілеу керек: [рәсім], [мерзім], [кім қарайды], [қорғау шарасы]
repair-slot-merge = Ұғымдарды ажырату немесе біріктіру керек: [айырмашылығы]
repair-slot-term = Қай мерзім дұрыс екенін таңдау керек: [мерзім]

## Редактор

editor-keyword = түйін сөз
editor-ambiguity = екіұштылық
editor-table = кесте
editor-edition = редакция
editor-act = акт
editor-authority = орган
editor-property = қасиет
editor-relation = актілердің арақатынасы
editor-value = мән
editor-reading = оқылу
editor-person = тұлға
editor-only-in = { $message } (мында: { $editions })
editor-rename-nothing = Бұл жерде атын өзгертетін ештеңе жоқ.
editor-rename-not-a-name = «{ $name }» атау бола алмайды: атау – әріптен, цифрдан, «_», «.» және «-» белгілерінен тұратын, түйін сөз емес бір сөз.
editor-rename-taken = «{ $name }» атауы бос емес.
editor-rename-pattern = «{ $name }» атауымен «{ $pattern }» үлгісі қазіргіден басқа нормаларды қамтиды.
editor-rename-broken = Блоктарында қатесі бар беттерде ескі атау қалып қояр еді: { $pages }. Алдымен соларды түзетіңіз.
editor-cancelled = Сұрақ қайтарып алынды.
editor-not-begun = Әңгіме әлі басталған жоқ: алдымен «initialize» керек.
editor-over = Әңгіме аяқталған немесе екі рет басталған.
editor-no-such-question = «{ $method }» сұрағы мұнда белгісіз.
editor-unclear = Сұрақта бірдеңе жетіспейді.
editor-broken = Сұраққа жауап беру мүмкін болмады; бұл – бағдарламаның қатесі.

## Бақылау

watch-no-directory = Бағдарламаға енгізілген мәтін өзгермейді. Бақыланатын каталогты көрсетіңіз: tarazy law check КАТАЛОГ --watch
watch-waits = { $dir } бақылануда (тоқтату – Ctrl+C)
watch-gone = жойылды: { $what }
watch-now = { $found ->
    [0] бәрі орнында
    [one] { $found } ескерту қалды
   *[other] { $found } ескерту қалды
 } ({ $time } мс)
