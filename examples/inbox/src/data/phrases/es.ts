import type { Phrases } from './phrases.js'

export const ES: Phrases = {
  person: [
    ['< ¿Llegaste bien?', '> Recién, con lluvia y todo', '< Menos mal. Descansa'],
    ['> ¿Te queda pan para mañana?', '< Medio, y un plan', '> El plan me interesa más'],
    ['< Ya compré las entradas', '+ Fila ocho, al centro', '> ¡Qué bien! Te debo una cena'],
    [
      '< ¿A qué hora abre la biblioteca?',
      '> A las diez, pero los lunes a las once',
      '< Entonces desayuno con calma',
    ],
    ['> La planta sigue viva', '< Sabía que podía confiar en ti'],
    ['< Encontré el libro que buscabas', '> ¿El de tapa roja?', '< Ese mismo. Te lo guardo'],
    ['> ¿Cómo sigue tu abuela?', '< Mucho mejor, ya está tejiendo', '> Qué alegría'],
    ['< Hay mercado en la plaza el sábado', '> Voy por los quesos', '< Y yo por los tuyos'],
    ['< Se me olvidó el cargador en tu casa', '> Lo tengo aquí, paso mañana'],
    ['> El taller cierra a las siete', '< Llego a las seis y media, gracias'],
    ['< La foto del puente quedó preciosa', '+ ¿La imprimes grande?', '> Ya la mandé a imprimir'],
  ],
  group: [
    ['< ¿Quién tiene la llave del salón?', '< Yo, la llevo a las cinco', '> Gracias, llego con las mesas'],
    ['< Votemos: playa o sierra', '< Sierra', '> Sierra', '< Playa… bueno, sierra'],
    [
      '< El ensayo empieza a las siete',
      '> Ahí estaré',
      '< Yo llego diez minutos tarde',
      '+ Traigo café para compensar',
    ],
    ['> Reservé mesa para ocho', '< Gracias, yo invito el postre', '< Anotado'],
    ['< Hoy entrenamos en la pista dos', '< ¿La techada?', '> Sí, por la lluvia'],
  ],
}
