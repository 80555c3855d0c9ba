import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { BrandDesk, BrandForm, SimilarBrand } from '#contract/brands';
import type { NewChoice } from '#contract/brands/choice';
import type { NewProof } from '#contract/brands/proofs';
import { ask, newKey, send } from '../../../lib/desk/api.ts';

export type { BrandDesk, SimilarBrand };
export type Form = BrandForm;
export type ChoiceForm = z.input<typeof NewChoice>;
export type ProofForm = z.input<typeof NewProof>;

/** The drawings a brand may show until there are photos. */
export const drawings = [
  { name: 'brand-factory', title: '老厂房的戏台' },
  { name: 'brand-well', title: '井台边读书' },
  { name: 'brand-table', title: '院里长桌' },
  { name: 'brand-dance', title: '鼓和扇子舞' },
  { name: 'brand-kiln', title: '窑边做陶' },
  { name: 'brand-street', title: '老街彩布' },
  { name: 'brand-ball', title: '空地踢球' },
  { name: 'brand-garden', title: '楼下花园' },
  { name: 'brand-lake', title: '湖边唱曲' },
  { name: 'brand-hill', title: '山脚灯会' },
];

export const blankForm: Form = {
  name: '',
  slogan: '',
  words: [],
  story: '',
  pictures: [],
  venueId: null,
  teamId: null,
  seriesId: null,
  themes: [],
  owner: '',
  startedOn: null,
};

/** The form of a brand as it stands, without what is not filled in. */
export function formOf(desk: BrandDesk): Form {
  if (!desk.brand) return blankForm;
  const { name, slogan, words, story, pictures, venueId, teamId, seriesId, themes, owner, startedOn } = desk.brand;
  return { name, slogan, words, story, pictures, venueId, teamId, seriesId, themes, owner, startedOn };
}

export const pictureOf = (areaId: string, picture: string): string =>
  picture.length === 36 ? `/api/v1/areas/${areaId}/files/${picture}?size=small` : `/illustrations/${picture}.svg`;

export function useBrandDesk(areaId: string) {
  return useQuery({ queryKey: ['brand', areaId], queryFn: () => ask<BrandDesk>(`areas/${areaId}/brand/desk`) });
}

/** Brands of other communities close to what is being written. */
export function useSimilar(areaId: string, name: string, words: readonly string[]) {
  return useQuery({
    queryKey: ['brand', areaId, 'similar', name, words.join(' ')],
    queryFn: () => ask<{ items: SimilarBrand[] }>(`areas/${areaId}/brand/similar`, { name, words: words.join(' ') }),
    enabled: name.trim().length >= 2,
    select: ({ items }) => items,
  });
}

type Change = { path: string; method?: 'POST' | 'PUT'; body?: unknown };

/** Changes something of the brand; the page asks again. */
export function useBrandChange(areaId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ path, method = 'POST', body = {} }: Change) =>
      send(`areas/${areaId}/brand${path}`, { method, body, key: newKey() }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['brand', areaId] }),
  });
}
