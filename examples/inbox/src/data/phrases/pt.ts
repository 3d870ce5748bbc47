import type { Phrases } from './phrases.js'

export const PT: Phrases = {
  person: [
    ['< Chegou bem em casa?', '> Cheguei agora, obrigado pela carona', '< Imagina! Até domingo'],
    ['> Você ainda tem aquela furadeira?', '< Tenho sim, passa aqui depois das seis', '> Combinado'],
    ['< O bolo ficou pronto', '+ Ficou torto, mas ficou', '> Torto é mais gostoso'],
    ['< Amanhã tem feira na praça, vamos?', '> Vamos cedo, antes do sol', '< Oito e meia na esquina'],
    ['> Mandei o documento assinado', '< Recebi, já está com a contabilidade', '< Te aviso quando sair'],
    ['< Achei sua jaqueta no carro', '> Eu jurava que tinha ficado no cinema!'],
    ['< Consegue me ligar mais tarde?', '> Consigo, depois das nove', '< Perfeito, sem pressa'],
    ['> Qual era mesmo o nome daquela música?', '< Não lembro, mas sei assobiar', '> Serve!'],
    ['< Passei na padaria, quer pão de queijo?', '> Sempre', '< Já comprei seis'],
    ['< O ônibus quebrou, chego às oito', '> Tranquilo, a gente espera'],
    ['> As chaves ficaram aí?', '< Em cima da geladeira, como sempre'],
    ['< Amei o presente', '+ A cor é linda', '> Que bom! Fiquei em dúvida até o fim'],
  ],
  group: [
    [
      '< Quem leva o carvão?',
      '< Eu levo, e o gelo também',
      '> Deixa a sobremesa comigo',
      '< Então está resolvido',
    ],
    ['< O jogo ficou para quinta', '> Quinta eu consigo', '< Tô dentro', '< Faltam dois'],
    ['< Reunião mudou para as 15h', '> Obrigado por avisar', '< Mesma sala?', '< Mesma sala'],
    ['< Fotos da viagem no álbum', '< Ficaram lindas', '> A da cachoeira vai para a parede'],
    ['< Alguém tem uma escada para emprestar?', '> Tenho uma de cinco degraus', '< Perfeito, busco à noite'],
    ['< Lista de compras no mural', '< Falta o gelo', '> Gelo é comigo'],
  ],
}
