export class Basket {}
export class BasketError extends Error {}
