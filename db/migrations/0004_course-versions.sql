CREATE TABLE `course_versions` (
	`course_id` text NOT NULL,
	`content_hash` text NOT NULL,
	`activities` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`course_id`, `content_hash`)
);
--> statement-breakpoint
CREATE INDEX `completions_of_activity` ON `completions` (`course_id`,`activity_id`);