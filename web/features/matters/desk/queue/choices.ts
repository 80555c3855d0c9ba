import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type { ReportForm } from '#contract/matters';
import type { MethodPage } from '#contract/matters/methods';
import { ask } from '../../../../lib/desk/api.ts';

type Option = { value: string; label: string };

/** The steps of a method; none until one is chosen. */
export function useSteps(method: string | undefined, areaId: string): Option[] {
  const page = useQuery({
    queryKey: ['methods', areaId, method],
    queryFn: () => ask<z.infer<typeof MethodPage>>(`methods/${method ?? ''}`, { area: areaId }),
    enabled: method !== undefined,
    staleTime: 300_000,
  });
  return (page.data?.stepRows ?? []).map((step) => ({ value: step.id, label: step.label.zh }));
}

/** The categories a method asks for when something is reported. */
export function useCategories(method: string | undefined, areaId: string): Option[] {
  const form = useQuery({
    queryKey: ['report-form', areaId, method ?? ''],
    queryFn: () => ask<z.infer<typeof ReportForm>>(`areas/${areaId}/report-form`, { method }),
    staleTime: 300_000,
  });
  const field = form.data?.fields.find((one) => one.type === 'choice');
  return (field?.of ?? []).map(({ value, label }) => ({ value, label }));
}
