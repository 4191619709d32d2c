### Lo que dice el bot, hagas lo que hagas.

kit-broken = **Algo ha fallado por nuestra parte.** Puede que no se haya guardado: mira *Mi lugar* antes de volver a intentarlo. Si sigue pasando, da esta referencia a tu equipo: `{ $reference }`
kit-slow-form = **Ha tardado más de lo que Discord permite.** No se ha perdido nada. Pulsa el botón otra vez.
kit-slow-down = **Eso ha sido mucho en un minuto.** Esta vez no ha cambiado nada. Espera un momento y vuelve a pulsar.
kit-outdated = **Este botón es de otra época.** No ha cambiado nada. Puedes seguir por aquí:
kit-only-in-a-community = **Esto solo funciona dentro de tu comunidad.** Vuelve al servidor y pulsa allí el botón.

refusal-not-set-up = **Los círculos todavía no están abiertos aquí.** Primero tiene que prepararlos el equipo. No ha cambiado nada.
refusal-not-allowed = **Esto es solo para el equipo.** Necesitas el permiso *Gestionar servidor*. No ha cambiado nada.

language-name = Español
