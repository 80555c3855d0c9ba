// breaks only-stores-query
import { Pool } from 'pg';
export const pool = () => new Pool();
