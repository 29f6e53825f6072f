### Чем отличаются две редакции и что делает изменение закона, по-русски.

## Разделы

diff-title = Отличия: { $before } → { $after }
diff-summary = норм: новых – { $gained }, исчезло – { $lost }, изменилось – { $changed }, без изменений во всех случаях – { $same }
diff-gained = Новые нормы
diff-lost = Исчезнувшие нормы
diff-changed = Изменившиеся нормы
diff-cured = Устранённые замечания
diff-kept = Оставшиеся замечания
diff-created = Новые замечания
diff-open = Замечания, о которых не удалось решить, устранены ли они
diff-nothing = Отличий нет: каждая норма во всех случаях говорит то же самое.

## В каких случаях

diff-applies = Теперь применяется, а раньше не применялась
diff-no-longer = Раньше применялась, а теперь нет
diff-within = Остальное так же, как в обеих редакциях: { $what }
diff-shared-bearer = кого норма связывает
diff-shared-when = когда она применяется
diff-shared-unless = её собственного исключения нет
diff-shared-scopes = случай входит в сферу действия ({ $names })
diff-shared-exceptions = исключений нет ({ $names })
diff-always = В каждом из этих вариантов: { $what }
diff-every = в любом случае, где выполнены остальные условия
diff-incomplete = Это лишь некоторые из вариантов.
diff-unsaid = Случаев слишком много, чтобы их перечислить.
diff-more = и ещё { $count }
diff-shown = Раньше: { $before }. Теперь: { $after }.
diff-person = это лицо
diff-other = другое лицо
diff-third = третье лицо
diff-another = есть другое лицо, о котором верно: { $such }
diff-no-other = нет другого лица, о котором было бы верно: { $such }
diff-such-unsaid = условия нормы выполнены
diff-date-to = не позднее { $b }
diff-date-between = с { $a } по { $b }
diff-number-to = { $b } или меньше
diff-number-between = от { $a } до { $b }

## Почему

diff-because = Причина – изменение текста: { $what }
diff-cause = { $what ->
    [definition] { $how ->
        [gained] новое определение
        [lost] исключённое определение
       *[changed] изменённое определение
    }
    [exception] { $how ->
        [gained] новое исключение
        [lost] убранное исключение
       *[changed] изменённое исключение
    }
   *[norm] { $how ->
        [gained] новая норма
        [lost] исключённая норма
       *[changed] изменённая норма
    }
} { $name }
diff-matched-place = Узнана по месту: раньше { $before }, теперь { $after }

## Части нормы

diff-was-is = { $what }: { $before } → { $after }
diff-none = нет
diff-what-kind = вид нормы
diff-what-bearer = кого она связывает
diff-what-deadline = срок
diff-what-amount = размер
diff-what-amount-at = размер ({ $at })
diff-what-body = компетентный орган
diff-what-joined = как соединены обязанные лица
diff-bearer-person = названо
diff-bearer-not-stated = текст не называет
diff-bearer-absent = ничего не сказано
diff-part-content = что требуется
diff-part-toward = в отношении кого
diff-part-reviewer = кто рассматривает
diff-asked-added = { $part }: теперь сказано, раньше сказано не было
diff-asked-removed = { $part }: раньше было сказано, теперь нет
diff-asked-gained = { $part }: теперь также
diff-asked-lost = { $part }: больше не
diff-follows = Теперь влечёт: { $what }
diff-follows-not = Больше не влечёт: { $what }
diff-follows-also = Теперь влечёт также в этих случаях ({ $what })
diff-follows-less = Больше не влечёт в этих случаях ({ $what })
diff-link-procedure = порядок
diff-link-remedy = защита
diff-link-sanction = за нарушение отвечают по норме
diff-link-answers-to = отвечает на норму
diff-refers = акты, на которые она опирается
diff-says = Изменилась формулировка термина: { $term }

## Проверка изменения

patch-title = Изменение к редакции «{ $edition }»
patch-summary = замечаний: устранено – { $removed }, осталось – { $kept }, новых – { $created }, не решено – { $open }
patch-proved = Для каждого из них на вопрос, которым оно найдено, теперь ответ «никогда»: это доказано для всех случаев.
patch-readings = было: { $before }; стало: { $after }
patch-properties = Что утверждают страницы (свойства)
patch-property = { $property }: { $before } → { $after }
patch-property-in = { $property } ({ $readings }): { $before } → { $after }
patch-holds = выполняется
patch-fails = не выполняется
patch-unknown = не известно
patch-difference = Чем отличается
patch-broken = Страницы изменения нельзя прочесть как закон; ничего не проверено.
patch-one-edition = Изменение проверяется на одной редакции. Назовите её: --edition { $known }
patch-format = Об изменении можно рассказать в форматах text, md и json.

## Исправления

repair-offered = Доказанное исправление
repair-left-open = Чем заполнить, могут решить только люди
repair-text = { $what }: замечаний исчезает – { $removed }, новых – { $created }
repair-rule = Как правило на языке норм (доказано): { $rule }
