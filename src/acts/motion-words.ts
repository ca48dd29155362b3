/** What a motion moves, by its option, from the names of the scale point, the person, the office and the issue. */
type MotionWords = (
  option: string | undefined,
  point?: string,
  who?: string,
  office?: string,
  issue?: string,
) => string;

/** What a motion moves, in the words of its sentence. */
export const subject: MotionWords = (option, point, who, office, issue) => {
  switch (option) {
    case 'remove':
      return `to remove ${who ?? 'him'}${office ? ` as ${office}` : ''}`;
    case 'appoint':
      return `to appoint ${who ?? 'somebody'}${office ? ` as ${office}` : ''}`;
    case 'coopt':
      return `to co-opt ${who ?? 'somebody'}`;
    case 'expel':
      return `to expel ${who ?? 'him'}`;
    case 'readmit':
      return `to readmit ${who ?? 'him'}`;
    case 'call-congress':
      return 'to call a congress';
    case 'censure':
      return `to censure ${who ?? 'him'}`;
    case 'accept-resignation':
      return `to accept the resignation of ${who ?? 'a colleague'}`;
    case 'transfer':
      return `to transfer ${who ?? 'him'}${office ? ` to be ${office}` : ''}`;
    default:
      return `${issue ?? 'the question'}: ${point ?? 'a text'}`;
  }
};

export const subjectRu: MotionWords = (option, point, who, office, issue) => {
  switch (option) {
    case 'remove':
      return `снять ${who ?? 'его'}${office ? ` (${office})` : ''}`;
    case 'appoint':
      return `назначить ${who ?? 'кого-то'}${office ? ` (${office})` : ''}`;
    case 'coopt':
      return `кооптировать ${who ?? 'кого-то'}`;
    case 'expel':
      return `исключить ${who ?? 'его'}`;
    case 'readmit':
      return `вернуть ${who ?? 'его'}`;
    case 'call-congress':
      return 'созвать съезд';
    case 'censure':
      return `осудить ${who ?? 'его'}`;
    case 'accept-resignation':
      return `принять отставку: ${who ?? 'товарища'}`;
    case 'transfer':
      return `перевести ${who ?? 'его'}${office ? ` на пост: ${office}` : ''}`;
    default:
      return `${issue ?? 'вопрос'} — ${point ?? 'резолюция'}`;
  }
};
