-- The open tickets, in the order in which they are worked on.
SELECT id, people, hurts, opened
FROM tickets;
