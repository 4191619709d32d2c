### Hilos que viven: recordatorios, el índice de las visiones del mundo, el intercambio, el resumen del mes.

tending-audit-reason = Cuidando los hilos de las visiones del mundo

## Recordatorios

tending-author =
    ## { $whom }, alguien te espera
    { $count ->
        [one] A una persona le gustaría leerte. Espera desde hace dos días:
       *[other] { $count } mensajes de otras personas te esperan. El primero espera desde hace dos días:
    }
    .unnamed =
        ## Alguien espera a quien escribió esto
        { $count ->
            [one] A una persona le gustaría leer a quien escribió esto. Espera desde hace dos días:
           *[other] { $count } mensajes esperan a quien escribió esto. El primero espera desde hace dos días:
        }
    .next = Tómate el tiempo que quieras. También puedes pasar de una pregunta, y nadie te pide razones. Aquí no te lo recuerdo más.
tending-question = • [una pregunta]({ $link }), hecha { $since }
tending-loop = • [lo que alguien te oyó decir]({ $link }), dicho { $since }

tending-listener =
    ## { $whom }, ¿te apetece escuchar?
    Esta visión del mundo espera a alguien que la escuche. Lee lo que está arriba. Luego pulsa **Preguntar para entender** o **Decir lo que oí**.
    .next = No tienes que estar de acuerdo ni responderme. No pido lo mismo a nadie dos veces en dos semanas.

## El índice

index-page = ## Visiones del mundo en reposo, página { $number }
    .empty = Lo que estaba aquí fue retirado.
index-made-by-hand = Una publicación hecha a mano
month-and-year = { $month } de { $year }

month-1 = enero
month-2 = febrero
month-3 = marzo
month-4 = abril
month-5 = mayo
month-6 = junio
month-7 = julio
month-8 = agosto
month-9 = septiembre
month-10 = octubre
month-11 = noviembre
month-12 = diciembre

## El resumen del mes

digest-title = Lo que se entendió en { $month }
digest-card =
    # { $title }
    Alguien escuchó, dijo lo que oyó, y le dijeron: sí, es eso. Las dos personas permiten que esté aquí.
    .empty = Las líneas que estaban aquí fueron retiradas.
    .next = -# Para que una línea tuya esté en el próximo, pulsa *Compartir esta línea* debajo de ella. Puedes retirarla cuando quieras.
digest-line = { $listener } oyó a { $author }

## El intercambio entre los lugares

exchange-button = Intercambio
exchange-page =
    # El intercambio entre los lugares
    Quién pregunta, quién responde, quién dice lo que oyó. Aquí se cuentan lugares, nunca personas.
    .how = -# Una pregunta, una respuesta y un cambio cuentan para el lugar de quien los dio. Decir lo que se oyó cuenta para quien escucha. Si en un mes hubo menos de { $least } personas de un lugar, no se muestra.
exchange-seat = • { $seat }: { $figures }
exchange-seat-mentor = Mentores
exchange-seat-mentee = Aprendices
exchange-seat-both = Quienes hacen las dos cosas
exchange-figures = { $asked } preguntas · { $answered } respuestas · { $said_back } veces dijeron lo que oyeron · { $looped } de ellas confirmadas · { $shifted } cambios
exchange-withheld = menos de { $least } personas, así que no se muestra

exchange-one-sided =
    ## Una idea sobre { $month }
    Un solo lado dio el { $percent } % de las respuestas.
    .counted = -# Conté las respuestas a preguntas y las palabras sobre lo que alguien oyó, por lugar y no por persona. No conté a quienes se sientan en los dos lados. Lo digo una vez al mes como mucho, y solo si respondieron al menos cinco personas.
exchange-lean-mentor = Fueron los **mentores**: los jóvenes explicaron, y a los mayores casi nadie les preguntó. Podéis cambiar los lugares una tarde, o pedir a un mayor que explique su visión. También ayuda una pregunta para ese lado: *Dame una pregunta*.
exchange-lean-mentee = Fueron los **aprendices**: los mayores explicaron, y a los jóvenes casi nadie les preguntó. Podéis cambiar los lugares una tarde, o pedir a un joven que explique su visión. También ayuda una pregunta para ese lado: *Dame una pregunta*.

## En reposo por quien cuida

rest-button = Poner en reposo
rest-done =
    # En reposo
    Esta visión está archivada, y el índice guarda el camino hasta ella. No se borró nada. Despierta cuando alguien escribe en ella o pregunta algo.
