### Escuchar: preguntas, decir lo que oí, cambios y avisos debajo de cada visión del mundo.

## Negativas

refusal-too-short = **Son { $length } caracteres, y hacen falta al menos { $least }.** No se guardó ni se publicó nada. Pulsa el botón y di un poco más.
refusal-too-many-questions = **Aquí esperan respuesta { $most } preguntas tuyas.** Por ahora basta. No se publicó nada. Pregunta de nuevo cuando una tenga respuesta.
refusal-question-gone = **Esta pregunta ya no está.** Quien la hizo la retiró. No se publicó nada.
refusal-already-answered = **Ya respondiste a esta pregunta.** No se publicó nada más. Si quieres añadir algo, pulsa **Más** y luego **Responder**.
refusal-questions-only = **Es pronto para responder.** Hasta <t:{ NUMBER($opens, useGrouping: 0) }:f> solo se pregunta y se dice lo que se oyó. No se publicó nada. Pulsa **Decir lo que oí**: si quien lo escribió dice que sí, podrás responder al momento.
refusal-loop-gone = **Esto ya no está.** Quien lo dijo lo retiró. No se cambió nada.
refusal-still-waiting = **Lo que dijiste espera a quien lo escribió.** No se publicó nada más. Te aviso aquí en cuanto haya respuesta.
refusal-understood = **Esto ya lo entendiste.** Lo dijo quien lo escribió. No se publicó nada más. Si quieres decir algo, pulsa **Más** y luego **Responder**.
refusal-already-judged = **Ya dijiste lo que piensas de esto.** No se cambió nada.
refusal-not-theirs = **Solo pueden compartir esta línea las dos personas que la hicieron.** No se cambió nada.
refusal-no-reason = **Da una razón con palabras enteras.** Hacen falta al menos { $least } distintas, para que la otra persona aprenda algo. No se publicó nada.
refusal-not-listening = **Esta persona aún no ha escuchado aquí.** No se publicó nada. Elige a alguien que preguntó, dijo lo que oyó o respondió.
refusal-shift-stands = **Ya lo dijiste aquí, y así queda.** Se podía cambiar durante 15 minutos. Ahora no se cambió nada.
refusal-report-gone = **Este aviso ya no está.** No se cambió nada.
