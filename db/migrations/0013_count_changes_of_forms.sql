ALTER TABLE `task_works` ADD `version` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `quiz_attempts` ADD `version` integer DEFAULT 0 NOT NULL;