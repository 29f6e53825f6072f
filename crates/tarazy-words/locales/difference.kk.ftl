### Екі редакцияның айырмасы және заңға енгізілген өзгерістің әсері, қазақша.

## Бөлімдер

diff-title = Айырмасы: { $before } → { $after }
diff-summary = нормалар: жаңасы – { $gained }, алынып тасталғаны – { $lost }, өзгергені – { $changed }, барлық жағдайда бұрынғыдай қалғаны – { $same }
diff-gained = Жаңа нормалар
diff-lost = Алынып тасталған нормалар
diff-changed = Өзгерген нормалар
diff-cured = Жойылған ескертулер
diff-kept = Қалған ескертулер
diff-created = Жаңа ескертулер
diff-open = Жойылған-жойылмағаны шешілмей қалған ескертулер
diff-nothing = Айырма жоқ: әр норма барлық жағдайда бұрынғыдай.

## Қандай жағдайларда

diff-applies = Енді қолданылады, бұрын қолданылмайтын
diff-no-longer = Бұрын қолданылатын, енді қолданылмайды
diff-within = Қалғаны екі редакцияда да бірдей: { $what }
diff-shared-bearer = норма кімді міндеттейді
diff-shared-when = норма қашан қолданылады
diff-shared-unless = норманың өз ерекшелігі орындалмайды
diff-shared-scopes = жағдай қолданылу аясына кіреді ({ $names })
diff-shared-exceptions = ерекшеліктер орындалмайды ({ $names })
diff-always = Төмендегі нұсқалардың әрқайсысында: { $what }
diff-every = қалған шарттары орындалған кез келген жағдайда
diff-incomplete = Бұл – нұсқалардың бір бөлігі ғана.
diff-unsaid = Жағдайлар тізіп айтуға келмейтіндей көп.
diff-more = және тағы { $count }
diff-shown = Бұрын: { $before }. Енді: { $after }.
diff-person = осы тұлға
diff-other = басқа тұлға
diff-third = үшінші тұлға
diff-another = басқа тұлға бар, ол туралы мынау дұрыс: { $such }
diff-no-other = мынау дұрыс болатын басқа тұлға жоқ: { $such }
diff-such-unsaid = норманың шарттары орындалған
diff-date-to = { $b } немесе одан ерте
diff-date-between = { $a } – { $b } аралығында
diff-number-to = { $b } немесе одан аз
diff-number-between = { $a } – { $b } аралығында

## Себебі

diff-because = Себебі – мәтіннің өзгеруі: { $what }
diff-cause = { $how ->
    [gained] жаңа
    [lost] алынып тасталған
   *[changed] өзгерген
} { $what ->
    [definition] анықтама
    [exception] ерекшелік
   *[norm] норма
} { $name }
diff-matched-place = Орны бойынша танылды: бұрын { $before }, енді { $after }

## Норманың бөліктері

diff-was-is = { $what }: { $before } → { $after }
diff-none = жоқ
diff-what-kind = норманың түрі
diff-what-bearer = кімді міндеттейді
diff-what-deadline = мерзімі
diff-what-amount = мөлшері
diff-what-amount-at = мөлшері ({ $at })
diff-what-body = құзыретті орган
diff-what-joined = міндетті тұлғалар қалай біріктірілген
diff-bearer-person = аталған
diff-bearer-not-stated = мәтін атамайды
diff-bearer-absent = ештеңе айтылмаған
diff-part-content = не талап етіледі
diff-part-toward = кімге қатысты
diff-part-reviewer = кім қарайды
diff-asked-added = { $part }: енді айтылған, бұрын айтылмаған
diff-asked-removed = { $part }: бұрын айтылған, енді айтылмаған
diff-asked-gained = { $part }: енді мынау да
diff-asked-lost = { $part }: енді мынау емес
diff-follows = Енді мынаған әкеп соғады: { $what }
diff-follows-not = Енді мынаған әкеп соқпайды: { $what }
diff-follows-also = Енді мына жағдайларда да қолданылады ({ $what })
diff-follows-less = Енді мына жағдайларда қолданылмайды ({ $what })
diff-link-procedure = тәртібі
diff-link-remedy = қорғау жолы
diff-link-sanction = бұзған адам мына норма бойынша жауап береді
diff-link-answers-to = мына нормаға жауап
diff-refers = норма сүйенетін актілер
diff-says = Терминнің айтылуы өзгерді: { $term }

## Өзгерісті тексеру

patch-title = «{ $edition }» редакциясына өзгеріс
patch-summary = ескертулер: жойылғаны – { $removed }, қалғаны – { $kept }, жаңасы – { $created }, шешілмегені – { $open }
patch-proved = Осылардың әрқайсысын тапқан сұраққа енді «ешқашан» деген жауап шығады: бұл барлық жағдай үшін дәлелденді.
patch-readings = бұрын: { $before }; енді: { $after }
patch-properties = Беттерде айтылған тұжырымдар (қасиеттер)
patch-property = { $property }: { $before } → { $after }
patch-property-in = { $property } ({ $readings }): { $before } → { $after }
patch-holds = орындалады
patch-fails = орындалмайды
patch-unknown = белгісіз
patch-difference = Айырмасы
patch-broken = Өзгерістің беттерін заң ретінде оқу мүмкін емес; ештеңе тексерілмеді.
patch-one-edition = Өзгеріс бір редакцияда тексеріледі. Оны атаңыз: --edition { $known }
patch-format = Өзгеріс туралы text, md және json форматтарында ғана айтылады.

## Түзетулер

repair-offered = Дәлелденген түзету
repair-left-open = Мұнда не жазуды адамдар ғана шеше алады
repair-text = { $what }: жойылатын ескертулер – { $removed }, жаңасы – { $created }
repair-rule = Норма тілінде жазылған ереже (дәлелденген): { $rule }
