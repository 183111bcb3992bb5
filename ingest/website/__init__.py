"""Crawls a website with Scrapy in a child process and turns what it fetched into documents."""
