import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { FundCard, FundList, FundPage, FundSettings, NewFund, NewFundAccount } from '#contract/funds';
import type { BankLine, BankLineList, StatementCheck } from '#contract/funds/bank';
import type { VoucherCard, VoucherCorrection, VoucherForm, VoucherList } from '#contract/funds/vouchers';
import { ask, download, newKey, send, type Query } from '../../../lib/desk/api.ts';

export type { BankLine, FundCard, FundPage, FundSettings, NewFund, StatementCheck, VoucherCard, VoucherCorrection };
export type Form = VoucherForm;

/** A fund as paths name it. */
export type Which = { areaId: string; id: string };

const pathOf = ({ areaId, id }: Which): string => `areas/${areaId}/funds/${id}`;

export function useFunds(areaId: string) {
  return useQuery({ queryKey: ['funds', areaId], queryFn: () => ask<FundList>(`areas/${areaId}/funds`) });
}

export function useFund(which: Which) {
  return useQuery({ queryKey: ['funds', which.areaId, which.id], queryFn: () => ask<FundPage>(pathOf(which)) });
}

/** Vouchers of a fund; every list is asked again after a change. */
export function useVouchers(which: Which, query: Query) {
  return useQuery({
    queryKey: ['funds', which.areaId, which.id, 'vouchers', query],
    queryFn: () => ask<VoucherList>(`${pathOf(which)}/vouchers`, query),
  });
}

export function useVoucher(which: Which, voucherId: string) {
  return useQuery({
    queryKey: ['funds', which.areaId, which.id, 'voucher', voucherId],
    queryFn: () => ask<VoucherCard>(`${pathOf(which)}/vouchers/${voucherId}`),
  });
}

export function useBankLines(which: Which, query: Query) {
  return useQuery({
    queryKey: ['funds', which.areaId, which.id, 'bank', query],
    queryFn: () => ask<BankLineList>(`${pathOf(which)}/bank-lines`, query),
  });
}

function useChange<In, Out>(change: (input: In) => Promise<Out>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    // Somebody else may have acted first: what is shown is read afresh either way.
    onSettled: () => client.invalidateQueries({ queryKey: ['funds'] }),
  });
}

export function useOpenFund(areaId: string) {
  return useChange((body: NewFund) => send<FundPage>(`areas/${areaId}/funds`, { body, key: newKey() }));
}

export function useSetFund(which: Which) {
  return useChange((body: FundSettings) => send<FundPage>(pathOf(which), { method: 'PUT', body, key: newKey() }));
}

export function useAddAccount(which: Which) {
  return useChange((body: NewFundAccount) => send<FundPage>(`${pathOf(which)}/accounts`, { body, key: newKey() }));
}

type Draft = { form: Form; key: string } | { form: Form; key: string; voucherId: string; version: number };

/** Writes a voucher, or one anew. The key is made with the form, so that two presses write one. */
export function useDraftVoucher(which: Which) {
  return useChange((draft: Draft) => {
    const path = `${pathOf(which)}/vouchers`;
    if (!('voucherId' in draft)) return send<VoucherCard>(path, { body: draft.form, key: draft.key });
    const body = { ...draft.form, version: draft.version };
    return send<VoucherCard>(`${path}/${draft.voucherId}`, { method: 'PUT', body, key: draft.key });
  });
}

export function useCorrect(which: Which, voucherId: string) {
  return useChange(({ form, key }: { form: VoucherCorrection; key: string }) =>
    send<VoucherCard>(`${pathOf(which)}/vouchers/${voucherId}/correction`, { body: form, key }),
  );
}

export function useApprove(which: Which) {
  return useChange(({ id, version }: Pick<VoucherCard, 'id' | 'version'>) =>
    send<VoucherCard>(`${pathOf(which)}/vouchers/${id}/approve`, { body: { version }, key: newKey() }),
  );
}

export function useRefuse(which: Which) {
  return useChange(({ id, version, reason }: Pick<VoucherCard, 'id' | 'version'> & { reason: string }) =>
    send<VoucherCard>(`${pathOf(which)}/vouchers/${id}/refuse`, { body: { version, reason }, key: newKey() }),
  );
}

function fileBody(file: File): FormData {
  const body = new FormData();
  body.append('file', file, file.name);
  return body;
}

/** Looks at a statement of the bank, or takes it in. */
export function useStatement(which: Which, way: 'check' | 'import') {
  const path = way === 'check' ? 'statements/check' : 'statements';
  return useChange((file: File) => send<StatementCheck>(`${pathOf(which)}/${path}`, { body: fileBody(file) }));
}

/** The wrong rows of a statement as a file, each with the reason. */
export function useWrongRows(which: Which) {
  return useMutation({ mutationFn: (file: File) => download(`${pathOf(which)}/statements/problems`, fileBody(file)) });
}

export function useMatch(which: Which) {
  return useChange(({ lineId, voucherId }: { lineId: string; voucherId: string | null }) => {
    const path = `${pathOf(which)}/bank-lines/${lineId}/match`;
    return voucherId
      ? send<BankLineList>(path, { body: { voucherId }, key: newKey() })
      : send<BankLineList>(path, { method: 'DELETE', key: newKey() });
  });
}
