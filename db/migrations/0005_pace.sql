CREATE TABLE `active_times` (
	`user_id` text NOT NULL,
	`course_id` text NOT NULL,
	`activity_id` text NOT NULL,
	`day` text NOT NULL,
	`seconds` integer NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`user_id`, `course_id`, `activity_id`, `day`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `active_times_latest` ON `active_times` (`user_id`,`updated_at`);--> statement-breakpoint
CREATE INDEX `active_times_of_course` ON `active_times` (`course_id`,`updated_at`);--> statement-breakpoint
CREATE TABLE `calendar_feeds` (
	`user_id` text PRIMARY KEY NOT NULL,
	`key_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `calendar_feeds_key_hash_unique` ON `calendar_feeds` (`key_hash`);--> statement-breakpoint
CREATE TABLE `course_paces` (
	`course_id` text PRIMARY KEY NOT NULL,
	`low` real NOT NULL,
	`middle` real NOT NULL,
	`high` real NOT NULL,
	`people` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `days_off` (
	`user_id` text NOT NULL,
	`first_day` text NOT NULL,
	`last_day` text NOT NULL,
	PRIMARY KEY(`user_id`, `first_day`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`occasion` text NOT NULL,
	`recipient` text NOT NULL,
	`subject` text NOT NULL,
	`body` text NOT NULL,
	`headers` text NOT NULL,
	`state` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`due_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`sent_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_once` ON `outbox` (`occasion`);--> statement-breakpoint
CREATE INDEX `outbox_by_user` ON `outbox` (`user_id`);--> statement-breakpoint
CREATE INDEX `outbox_due` ON `outbox` (`state`,`due_at`);--> statement-breakpoint
CREATE TABLE `plans` (
	`user_id` text NOT NULL,
	`course_id` text NOT NULL,
	`mode` text NOT NULL,
	`weekday_minutes` text NOT NULL,
	`target_day` text,
	`start_day` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`user_id`, `course_id`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `preferences` (
	`user_id` text PRIMARY KEY NOT NULL,
	`time_zone` text NOT NULL,
	`study_minute` integer,
	`reminders` integer DEFAULT false NOT NULL,
	`reminder_minute` integer DEFAULT 480 NOT NULL,
	`opt_out_key` text NOT NULL,
	`next_reminder_at` integer,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `preferences_opt_out_key_unique` ON `preferences` (`opt_out_key`);--> statement-breakpoint
CREATE INDEX `preferences_by_reminder` ON `preferences` (`next_reminder_at`) WHERE next_reminder_at is not null;