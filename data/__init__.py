"""What is kept: tables, questions that have names, and the content that ships."""
