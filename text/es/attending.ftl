### Quién viene: la tarjeta de una fecha, sus plazas y quienes esperan.

## La tarjeta

date-card =
    ## { $title }
    {""}**{ $when }** ({ $countdown }) · { $minutes } minutos
    .moved = -# Al principio era { $when }.
    .host = **Anfitrión:** { $who }
    .topic = **Tema:** { $topic }
    .repeats = **Se repite:** { $how }
    .named = **Para:** las personas invitadas
    .places = **Plazas:** { $places }
    .going =
        { $count ->
            [0] **Van:** nadie todavía
           *[other] **Van ({ $count }):** { $names }
        }
    .going-and-more = **Van ({ $count }):** { $names } y { $more } más
    .room =
        ### La sala está abierta
        Entra: { $room }
date-places-all = { $free } de { $most } libres
date-places-mentor = para mentores { $free } de { $most } libres
date-places-mentee = para aprendices { $free } de { $most } libres
date-count-maybe = **Quizá:** { $count }
date-count-waiting = **Esperan una plaza:** { $count }
date-count-offered = **Plazas ofrecidas:** { $count }
date-missing-older = -# Aún no ha dicho que sí nadie de las generaciones mayores. ¿Conoces a alguien?
date-missing-younger = -# Aún no ha dicho que sí nadie de las generaciones jóvenes. ¿Conoces a alguien?
date-missing-mentor = -# Aún no ha dicho que sí ningún mentor. ¿Conoces a alguien?
date-missing-mentee = -# Aún no ha dicho que sí nadie que venga a entender. ¿Conoces a alguien?
date-over-cancelled = ### Cancelada
date-over-skipped =
    ### Esta vez no la hay
    Las demás de la serie siguen igual.
date-over-ended =
    ### Ya terminó
    Gracias a quienes estuvieron.
date-over-missed =
    ### No tuvo lugar
    Vinieron muy pocas personas.
date-thread = { $title } · { $day }
    .day = { DATETIME($day, dateStyle: "medium") }

attending-going = Voy
attending-maybe = Quizá
attending-cannot = No puedo

## Cómo se repite

repeats-weeks =
    { $every ->
        [one] cada semana, { $weekday }
       *[other] cada { $every } semanas, { $weekday }
    }
repeats-months =
    { $every ->
        [one] cada mes, el { $nth } { $weekday }
       *[other] cada { $every } meses, el { $nth } { $weekday }
    }
repeats-until = hasta el { DATETIME($day, dateStyle: "medium") }
repeats-count =
    { $count ->
        [one] una vez
       *[other] { $count } veces
    }
nth-1 = primer
nth-2 = segundo
nth-3 = tercer
nth-4 = cuarto
nth-last = último
