export const inChineseOnly = { code: 'plum.sour', status: 409, zh: '李子太酸，请明天再试' };
export const inNoChinese = { code: 'plum.sour', status: 409, zh: 'sour', en: 'The plum is too sour' };
export const inNoEnglish = { code: 'plum.sour', status: 409, zh: '太酸', en: '太酸' };
export const oddCode = { code: 'PLUM_SOUR', status: 409, zh: '太酸', en: 'The plum is too sour' };
export const good = { code: 'plum.sour', status: 409, zh: '太酸', en: 'The plum 「李」 is too sour' };
