import { z } from 'zod';

/** The wire of GeoReport v2, in the standard's own words. Source: https://wiki.open311.org/GeoReport_v2 */

export const formats = ['json', 'xml'] as const;
export type Format = (typeof formats)[number];

export const specification = 'http://wiki.open311.org/GeoReport_v2';

const text = z.string().max(200).optional();

export const JurisdictionQuery = z.object({ jurisdiction_id: text });

export const RequestsQuery = z.object({
  jurisdiction_id: text,
  service_request_id: z.string().max(12_000).optional(),
  service_code: z.string().max(2000).optional(),
  start_date: text,
  end_date: text,
  status: text,
});
export type RequestsQuery = z.infer<typeof RequestsQuery>;

export const FileParams = z.object({ file: z.string().min(1).max(200) });

/** A form's texts by name; `attribute[code]` holds the answer to an attribute. */
export const NewRequest = z.record(z.string(), z.union([z.string(), z.array(z.string())]));
export type NewRequest = z.infer<typeof NewRequest>;

export type Service = {
  service_code: string;
  service_name: string;
  description: string;
  metadata: boolean;
  type: 'realtime';
  keywords: string;
  group: string;
};

export const datatypes = ['string', 'number', 'datetime', 'text', 'singlevaluelist', 'multivaluelist'] as const;

export type Attribute = {
  variable: true;
  code: string;
  datatype: (typeof datatypes)[number];
  required: boolean;
  datatype_description: string;
  order: number;
  description: string;
  values: { key: string; name: string }[];
};

export type ServiceDefinition = { service_code: string; attributes: Attribute[] };

/** One request as everybody may see it: what the page `/t/{service_request_id}` shows, and nothing else. */
export type ServiceRequest = {
  service_request_id: string;
  status: 'open' | 'closed';
  status_notes: string;
  service_name: string;
  service_code: string;
  description: string;
  agency_responsible: string;
  service_notice: null;
  requested_datetime: string;
  updated_datetime: string;
  expected_datetime: string | null;
  address: string | null;
  address_id: null;
  zipcode: null;
  lat: number | null;
  long: number | null;
  media_url: string | null;
};

export type Created = { service_request_id: string; service_notice: string; account_id: null };
