/** `370303001001-2026-000412` of 工盛社区 as people say it: 工盛 2026 年第 412 件. */
export function numberInWords(number: string, areaName: string): string {
  const [, year, sequence] = number.split('-');
  return `${areaName.replace(/(社区|村)$/, '')} ${year} 年第 ${Number(sequence)} 件`;
}
