CREATE INDEX `users_by_name` ON `users` (`name`,`id`);--> statement-breakpoint
CREATE INDEX `users_administrators` ON `users` (`is_administrator`) WHERE is_administrator = 1;