exception NotFoundError {
    1: string key,
}

service KeyValue {
    string get(
        1: string key,
    ) throws (
        1: NotFoundError notFound,
    )

    string set(
        1: string key,
        2: string value,
    )
}
