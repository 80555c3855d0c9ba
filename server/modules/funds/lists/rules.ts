import { formatFen } from '#shared/money';
import type { VoucherCard } from '../vouchers/contract.ts';

const yuan = (fen: number): number => Number(formatFen(fen).replaceAll(',', ''));
const isIncome = ({ kind }: VoucherCard): boolean => kind === 'income';

/** The columns of the exported list of vouchers. */
export const exportColumns: { heading: string; width: number; value(line: VoucherCard): string | number | null }[] = [
  { heading: '凭证号', width: 14, value: (line) => line.number },
  { heading: '日期', width: 12, value: (line) => line.day },
  { heading: '收支', width: 8, value: (line) => line.kindName },
  { heading: '类别', width: 16, value: (line) => line.accountName },
  { heading: '摘要', width: 36, value: (line) => line.memo },
  { heading: '对方', width: 24, value: (line) => line.party },
  { heading: '方式', width: 14, value: (line) => line.wayName },
  { heading: '凭据号', width: 16, value: (line) => line.receiptNo },
  { heading: '收入（元）', width: 14, value: (line) => (isIncome(line) ? yuan(line.amount) : null) },
  { heading: '支出（元）', width: 14, value: (line) => (line.kind === 'payment' ? yuan(line.amount) : null) },
  { heading: '转款、更正（元）', width: 16, value: (line) => (isOther(line) ? yuan(line.amount) : null) },
  { heading: '更正哪一张', width: 14, value: (line) => line.corrects?.number ?? '' },
  { heading: '被哪一张更正', width: 14, value: (line) => line.correctedBy?.number ?? '' },
  { heading: '经办', width: 10, value: (line) => line.draftedName },
  { heading: '复核', width: 10, value: (line) => line.approvedName },
  { heading: '凭据张数', width: 10, value: (line) => line.papers.length },
  { heading: '银行流水', width: 10, value: (line) => (line.matched ? '对上' : '') },
  { heading: '事项', width: 30, value: (line) => line.matter?.title ?? '' },
];

const isOther = ({ kind }: VoucherCard): boolean => kind === 'transfer' || kind === 'correction';
