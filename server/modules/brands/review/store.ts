import type { Reader, Tx } from '#platform/database';
import type { ReviewRow } from '../tables.ts';

export function readReviews(reader: Reader, areaId: string, brandId: string): Promise<ReviewRow[]> {
  return reader.query<ReviewRow>(
    `select area_id as "areaId", id, brand_id as "brandId", year, verdict, words, figures, at, by_name as "byName"
     from brand_reviews where area_id = $1 and brand_id = $2 order by year desc`,
    [areaId, brandId],
  );
}

/** Notes the review of a year; false when that year has its review. */
export async function insertReview(tx: Tx, review: Omit<ReviewRow, 'at'>): Promise<boolean> {
  const rows = await tx.query(
    `insert into brand_reviews (area_id, id, brand_id, year, verdict, words, figures, at, by_name)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (area_id, brand_id, year) do nothing returning id`,
    [
      review.areaId,
      review.id,
      review.brandId,
      review.year,
      review.verdict,
      review.words,
      JSON.stringify(review.figures),
      tx.now,
      review.byName,
    ],
  );
  return rows.length > 0;
}
