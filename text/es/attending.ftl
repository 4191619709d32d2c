### Quién viene: la tarjeta de una fecha, sus plazas y quienes esperan.

## La tarjeta

date-card =
    ## { $title }
    {""}**{ $when }** ({ $countdown }) · { $length }
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

attending-going = Voy
attending-maybe = Quizá
attending-cannot = No puedo

## Lo que oye quien responde

attending-said-going =
    # Vas
    {""}**{ $title }**, { $when } ({ $countdown }).

    ### Qué viene ahora
    Antes de que empiece te aviso en el hilo de esta conversación. La sala abre diez minutos antes. Si te surge algo, pulsa **No puedo**, y otra persona tendrá tu plaza.
attending-said-maybe =
    # Quizá
    {""}**{ $title }**, { $when } ({ $countdown }). No te guardo plaza.

    ### Qué viene ahora
    Cuando lo sepas, pulsa **Voy** o **No puedo** bajo la tarjeta.
attending-said-no =
    # No vienes
    {""}**{ $title }**, { $when }. Gracias por decirlo.

    ### Qué viene ahora
    Nada. Si cambia, pulsa **Voy** bajo la tarjeta.
attending-said-waiting =
    # Todas las plazas están ocupadas
    {""}**{ $title }**, { $when }. Tienes el número **{ $place }** en la lista.

    ### Qué viene ahora
    Cuando haya una plaza y te toque, te llamo por tu nombre en el hilo de esta conversación. Te la guardo unas horas. Si ya no quieres esperar, pulsa **No puedo**.
attending-said-offered =
    # Hay una plaza para ti
    {""}**{ $title }**, { $when }.

    ### Qué viene ahora
    Pulsa **Voy** para tomarla, o **No puedo** para dejarla a otra persona.
attending-as-mentor = -# Tienes los dos asientos. Esta vez vienes como mentor, porque hay más sitio.
attending-as-mentee = -# Tienes los dos asientos. Esta vez vienes a entender, porque hay más sitio.

## Una plaza libre

attending-take = Tomar la plaza
attending-let-go = Dejarla
date-offer =
    ### { $who }, hay una plaza libre
    Es para **{ $title }**, y te la guardo hasta { $until } ({ $countdown }). Después pasa a quien sigue.
date-offer-ended = -# Aquí hubo una plaza libre, y ya está resuelto. Quien quiera venir pulsa **Voy** bajo la tarjeta en el canal de conversaciones.

refusal-not-invited =
    ### Esta es para personas invitadas
    No estás entre ellas, y no ha cambiado nada. Otras conversaciones están abiertas a quienes participan.
refusal-offer-over =
    ### Aquí no hay una plaza guardada para ti
    Era para otra persona, o ya pasó su tiempo. No ha cambiado nada. Si quieres venir, pulsa **Voy** bajo la tarjeta en el canal de conversaciones.
