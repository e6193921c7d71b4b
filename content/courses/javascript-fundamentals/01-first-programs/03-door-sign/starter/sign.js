export const shop = "";
export const opensAt = 0;
export const closesAt = 0;

// Work these out from the names above.
export const hoursOpen = 0;
export const minutesOpen = 0;
export const sign = "";
