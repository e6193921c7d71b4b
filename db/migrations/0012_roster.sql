DROP INDEX `enrollments_by_course`;--> statement-breakpoint
CREATE INDEX `enrollments_by_course` ON `enrollments` (`course_id`,`created_at`,`id`);