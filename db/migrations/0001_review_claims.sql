ALTER TABLE `reviews` ADD `outcome` text;--> statement-breakpoint
ALTER TABLE `reviews` ADD `released_at` integer;