export const shop = "Corner Repairs";
export const opensAt = 8;
export const closesAt = 18;

export const hoursOpen = closesAt - opensAt;
export const minutesOpen = hoursOpen * 60;
export const sign = `${shop}. Open ${opensAt} to ${closesAt}, that is ${hoursOpen} hours a day.`;
