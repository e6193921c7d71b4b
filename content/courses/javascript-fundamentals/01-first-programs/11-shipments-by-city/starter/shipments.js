/** What leaves today, in the order in which it was booked. */
export const shipments = [
  { id: "S-3101", city: "Leeds", weightKg: 2.5, fragile: false },
  { id: "S-3102", city: "York", weightKg: 12, fragile: false },
  { id: "S-3103", city: "Hull", weightKg: 0.5, fragile: true },
  { id: "S-3104", city: "York", weightKg: 7.5, fragile: false },
  { id: "S-3105", city: "Leeds", weightKg: 18, fragile: true },
  { id: "S-3106", city: "Bradford", weightKg: 3, fragile: false },
  { id: "S-3107", city: "York", weightKg: 18, fragile: false },
  { id: "S-3108", city: "Hull", weightKg: 1.5, fragile: false },
];
