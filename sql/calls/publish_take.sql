select partition, content from publish.take(:bytes::integer)
