CREATE TABLE `media_preferences` (
	`user_id` text PRIMARY KEY NOT NULL,
	`form` text,
	`hosts` text NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `task_files` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`course_id` text NOT NULL,
	`activity_id` text NOT NULL,
	`name` text NOT NULL,
	`content_type` text NOT NULL,
	`size_bytes` integer NOT NULL,
	`bytes` blob NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `task_files_of_work` ON `task_files` (`user_id`,`course_id`,`activity_id`);--> statement-breakpoint
CREATE TABLE `task_works` (
	`user_id` text NOT NULL,
	`course_id` text NOT NULL,
	`activity_id` text NOT NULL,
	`checked` text NOT NULL,
	`hours` text DEFAULT '' NOT NULL,
	`evidence` text DEFAULT '' NOT NULL,
	`state` text NOT NULL,
	`handed_in_at` integer,
	`signed_by` text,
	`signed_at` integer,
	`words` text DEFAULT '' NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`user_id`, `course_id`, `activity_id`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`signed_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `task_works_by_signer` ON `task_works` (`signed_by`);--> statement-breakpoint
CREATE INDEX `task_works_waiting` ON `task_works` (`course_id`,`handed_in_at`) WHERE state = 'waiting';